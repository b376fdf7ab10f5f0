using CsDashboard.Foundation.Storage;

namespace CsDashboard.Knowledge;

/// <summary>Words for which no article was found, and how often. Who searched is not kept.</summary>
public sealed class MissedSearch : ITenantOwned
{
    public const int MaxWords = 100;

    public Guid TenantId { get; set; }

    /// <summary>Folded as the search folds them, so that spellings of one question are counted together.</summary>
    public required string Words { get; init; }

    /// <summary>As they were typed last.</summary>
    public required string Said { get; set; }

    /// <summary>In which the searcher reads.</summary>
    public required string Language { get; set; }
    public int Count { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
