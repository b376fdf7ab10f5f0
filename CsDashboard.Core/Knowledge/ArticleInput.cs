using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>A whole article as it is to be: parts that are not given are removed.</summary>
public sealed class ArticleInput
{
    public const int MaxBody = 50_000,
        MaxTitle = 200;

    /// <summary>
    /// The name of a new article in addresses; without one it is made from the English title. An existing article keeps its own.
    /// </summary>
    [Text(100, Optional = true)]
    public string? Slug { get; set; }

    [Text(40)]
    public string? Category { get; set; }

    [Text(MaxTitle, Optional = true)]
    public string? Title { get; set; }

    [Text(MaxBody, Optional = true)]
    public string? Body { get; set; }

    [Text(MaxTitle, Optional = true)]
    public string? TitleAr { get; set; }

    [Text(MaxBody, Optional = true)]
    public string? BodyAr { get; set; }

    /// <summary>Published from now on; without it a draft, or archived as it was.</summary>
    public bool Publish { get; set; } = true;

    /// <summary>For staff alone.</summary>
    public bool Internal { get; set; }

    /// <summary>When a draft is published by itself; in the future.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>When it is archived by itself; in the future, and after it is published.</summary>
    public DateTimeOffset? ArchiveAt { get; set; }

    /// <summary>Who is told on the day of <see cref="VerifyBy"/>; one of the staff.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The day on which somebody is to check that it is still right.</summary>
    public DateOnly? VerifyBy { get; set; }

    /// <summary>Its place among the frequent questions; null for none.</summary>
    public int? FaqPlace { get; set; }

    /// <summary>The version that the editor last saw, by its time; null to overwrite whatever happened since.</summary>
    public DateTimeOffset? Seen { get; set; }
}
