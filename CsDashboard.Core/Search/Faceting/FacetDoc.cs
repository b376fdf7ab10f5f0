namespace CsDashboard.Search.Faceting;

/// <summary>A thing to be found, in the order of the schema: words of each field, values of each group, a number of each column.</summary>
public sealed record FacetDoc(Guid Id)
{
    /// <summary>What it is worth before anybody asks: higher stands first among equals.</summary>
    public long Rank { get; init; }

    /// <summary>Comes behind all others where the query says so: sold out.</summary>
    public bool IsLast { get; init; }

    /// <summary>As <see cref="FacetWords.Of"/> gives them.</summary>
    public required IReadOnlyList<IReadOnlyCollection<string>> Words { get; init; }
    public required IReadOnlyList<IReadOnlyCollection<string>> Values { get; init; }
    public required IReadOnlyList<long> Numbers { get; init; }

    /// <summary>What it is called, for suggestions: a name for each language of the company's things.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}
