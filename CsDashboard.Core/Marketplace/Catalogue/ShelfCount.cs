namespace CsDashboard.Marketplace.Catalogue;

/// <summary>So many products on sale stand in a category, of a brand.</summary>
internal sealed record ShelfCount(Guid? Category, string? Brand, int Count);
