using CsDashboard.Search.Faceting;

namespace CsDashboard.Marketplace.Finding;

/// <summary>How many another choice would find: each counted without the filter of its own group.</summary>
public sealed record ShopChoices
{
    /// <summary>By the id of the category itself, those below it counted in.</summary>
    public required IReadOnlyDictionary<Guid, int> Categories { get; init; }
    public required IReadOnlyList<FacetCount> Brands { get; init; }
    public required IReadOnlyList<FacetCount> Tags { get; init; }
    public required IReadOnlyList<FacetCount> Options { get; init; }
    public required IReadOnlyList<FacetCount> Prices { get; init; }
    public required IReadOnlyList<FacetCount> Ratings { get; init; }

    /// <summary>featured, deal, trending, in_stock: how many would be left with it.</summary>
    public required IReadOnlyDictionary<string, int> Flags { get; init; }

    /// <summary>The lowest and the highest price, whatever prices are asked for.</summary>
    public (decimal Least, decimal Most)? Bounds { get; init; }
}
