using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Something stored in folded form (<see cref="Folding"/>) for all companies. When the folding has changed since it was written, it is
/// folded again, once, while the product runs.
/// </summary>
public interface IKeepFolded
{
    /// <summary>The name under which progress is remembered; never changed.</summary>
    string Kept { get; }

    /// <summary>
    /// Folds the next few rows after a place again, inside a write; the place is null at first. Gives the place to go on from, null at the
    /// end.
    /// </summary>
    Task<string?> FoldSome(AppDb db, string? after);
}
