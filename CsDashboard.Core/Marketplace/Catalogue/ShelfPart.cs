namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A part of a shelf, how much there is in all, and where it goes on; null at an end.</summary>
public sealed record ShelfPart(IReadOnlyList<ProductView> Items, int Total)
{
    public ShelfPlace? Before { get; init; }
    public ShelfPlace? After { get; init; }
}
