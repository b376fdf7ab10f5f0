using System.Globalization;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>A room whose texts are in the index: what they say, asked of it when the index is made anew.</summary>
public interface IHaveTexts
{
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The texts of these subjects as they are put into the index; none for one that is no longer to be found.</summary>
    Task<IReadOnlyList<SearchDoc>> Texts(AppDb db, string kind, IReadOnlyList<Guid> subjects);
}
