namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A category, and how many products stand on it and below it: those on sale, for staff all.</summary>
public sealed record CategoryView(Category Category, int Products);
