using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Search.Faceting;

namespace CsDashboard.Marketplace.Finding;

/// <summary>What was found in the shop: a page of it, how much there is, and what could be chosen besides.</summary>
public sealed record ShopFound(IReadOnlyList<ShopHit> Hits, int Total)
{
    /// <summary>Folded words that were looked for instead of those typed; null where nothing was corrected.</summary>
    public string? Corrected { get; init; }

    /// <summary>Of all that was found, by category at the top, under its English name; most first.</summary>
    public IReadOnlyList<FacetCount> Categories { get; init; } = [];
    public IReadOnlyList<FacetCount> Brands { get; init; } = [];

    /// <summary>The five ranges of the contract, each in its place, also with none.</summary>
    public IReadOnlyList<FacetCount> Prices { get; init; } = [];
    public IReadOnlyList<FacetCount> Ratings { get; init; } = [];

    /// <summary>What another choice in the same place would find; null while the index is made.</summary>
    public ShopChoices? Choices { get; init; }
}
