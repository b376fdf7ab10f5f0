using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// How often something was looked for in the shop on a day (UTC): words, or a category or brand by which was narrowed. Who searched is not
/// kept.
/// </summary>
public sealed class SearchedDay : ITenantOwned
{
    public const int MaxWords = 100;

    public Guid TenantId { get; set; }
    public DateOnly Day { get; init; }
    public SearchedKind Kind { get; init; }

    /// <summary>Folded where they are words, so that spellings of one are counted together.</summary>
    public required string Words { get; init; }

    /// <summary>As they were typed last.</summary>
    public required string Said { get; set; }
    public int Count { get; set; }

    /// <summary>How many of them found nothing.</summary>
    public int Missed { get; set; }

    /// <summary>How many were corrected.</summary>
    public int Corrected { get; set; }

    /// <summary>How often somebody then opened what was found.</summary>
    public int Opened { get; set; }
}
