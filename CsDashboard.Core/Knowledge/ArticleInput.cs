using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>An article as it is to stand, whole: what is not given of it is taken out.</summary>
public sealed class ArticleInput
{
    public const int MaxBody = 50_000;

    /// <summary>The name of a new one in addresses; without one it is made of the English title. One that is there keeps its own.</summary>
    [Text(100, Optional = true)] public string? Slug { get; set; }
    [Text(40)] public string? Category { get; set; }
    [Text(200, Optional = true)] public string? Title { get; set; }
    [Text(MaxBody, Optional = true)] public string? Body { get; set; }
    [Text(200, Optional = true)] public string? TitleAr { get; set; }
    [Text(MaxBody, Optional = true)] public string? BodyAr { get; set; }
    public bool Publish { get; set; } = true;
    /// <summary>Its place among the frequent questions; null for none.</summary>
    public int? FaqPlace { get; set; }
    /// <summary>When the one who changes it saw it last; null to change it whatever happened since.</summary>
    public DateTimeOffset? Seen { get; set; }
}
