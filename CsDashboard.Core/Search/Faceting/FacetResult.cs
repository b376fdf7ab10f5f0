namespace CsDashboard.Search.Faceting;

/// <summary>What was found: exact in number, whatever part is shown.</summary>
public sealed record FacetResult(int Total, IReadOnlyList<FacetHit> Hits)
{
    /// <summary>By group, with all filters: how many of what was found have a value; most first, those of none left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Within { get; init; } =
        new Dictionary<string, IReadOnlyList<FacetCount>>();

    /// <summary>The same without the filter of the group itself: how many another choice would find.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Beside { get; init; } =
        new Dictionary<string, IReadOnlyList<FacetCount>>();

    /// <summary>Smallest and largest number of the column that was asked for; null where nothing is found.</summary>
    public (long Least, long Most)? Bounds { get; init; }

    /// <summary>What was looked for instead of what was typed, in folded words; null when it was found as typed.</summary>
    public string? Corrected { get; init; }
}
