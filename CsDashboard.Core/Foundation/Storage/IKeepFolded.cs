using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Something that is kept in folded form (<see cref="Folding"/>) of all companies. When the folding has changed since it was written, it is
/// folded anew, once, while the house runs.
/// </summary>
public interface IKeepFolded
{
    /// <summary>Under which it is remembered how far the work has come; never changed.</summary>
    string Kept { get; }

    /// <summary>Folds the next few behind a place anew, inside a write; the first time there is none. Gives the place to go on from, null at the end.</summary>
    Task<string?> FoldSome(AppDb db, string? after);
}
