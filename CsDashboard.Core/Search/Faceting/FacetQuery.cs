namespace CsDashboard.Search.Faceting;

/// <summary>What is looked for. Nothing given finds everything, the worthiest first.</summary>
public sealed record FacetQuery
{
    public string? Text { get; init; }

    /// <summary>Of the reader; fields of another language are worth a little less.</summary>
    public string? Language { get; init; }
    public IReadOnlyList<FacetFilter> Filters { get; init; } = [];

    /// <summary>A column; null for the best first.</summary>
    public string? Sort { get; init; }

    /// <summary>Sorts by what it is called, in the language of the label, instead of by a column.</summary>
    public int? ByLabel { get; init; }
    public bool Down { get; init; }

    /// <summary>What is marked so comes behind all others.</summary>
    public bool LastLast { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 20;

    /// <summary>The groups that are counted.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>The column of which the smallest and the largest number are told, without the filter of its group.</summary>
    public string? Bounded { get; init; }

    /// <summary>These come first, in this order, found or not; but filters hold for them.</summary>
    public IReadOnlyList<Guid> Pinned { get; init; } = [];
    public FacetSynonyms Synonyms { get; init; } = FacetSynonyms.None;

    /// <summary>The fields that are looked in, by their place in the schema; null for all.</summary>
    public IReadOnlySet<int>? Fields { get; init; }

    /// <summary>Nothing is corrected.</summary>
    public bool Exact { get; init; }
}
