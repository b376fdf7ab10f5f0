using System.Globalization;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>A room with texts in the index, which it provides again when the index is rebuilt.</summary>
public interface IHaveTexts
{
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The texts of these subjects as they are put into the index; none for one that is no longer to be found.</summary>
    Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects);
}
