using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>A whole article as it is to be: parts that are not given are removed.</summary>
public sealed class ArticleInput
{
    public const int MaxBody = 50_000;

    /// <summary>
    /// The name of a new article in addresses; without one it is made from the English title. An existing article keeps its own.
    /// </summary>
    [Text(100, Optional = true)]
    public string? Slug { get; set; }

    [Text(40)]
    public string? Category { get; set; }

    [Text(200, Optional = true)]
    public string? Title { get; set; }

    [Text(MaxBody, Optional = true)]
    public string? Body { get; set; }

    [Text(200, Optional = true)]
    public string? TitleAr { get; set; }

    [Text(MaxBody, Optional = true)]
    public string? BodyAr { get; set; }
    public bool Publish { get; set; } = true;

    /// <summary>Its place among the frequent questions; null for none.</summary>
    public int? FaqPlace { get; set; }

    /// <summary>The version that the editor last saw, by its time; null to overwrite whatever happened since.</summary>
    public DateTimeOffset? Seen { get; set; }
}
