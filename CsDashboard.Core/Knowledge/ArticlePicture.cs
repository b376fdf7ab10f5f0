using System.Text.RegularExpressions;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Knowledge;

/// <summary>
/// A picture of articles from before the company had a library: its bytes lie as they were sent under <see cref="Key"/>, until
/// <see cref="ArticlePictures.TakeIn"/> has brought it there under the same id.
/// </summary>
public sealed partial class ArticlePicture : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid UploadedBy { get; init; }

    /// <summary>As the person named it.</summary>
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }
    public required string Key { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>An article has shown it once: it stays, since an earlier version may come back.</summary>
    public bool IsUsed { get; init; }

    /// <summary>An article that everybody may read showed it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>How the address of a picture in a text ends.</summary>
    public static string NameOf(Guid id) => id.ToString("N");

    /// <summary>The pictures that a text may show: what is named in it like one.</summary>
    public static IEnumerable<Guid> In(string text) => Names().Matches(text).Select(m => Guid.ParseExact(m.Value, "N")).Distinct();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")]
    private static partial Regex Names();
}
