namespace CsDashboard.Marketplace.Reviews;

/// <summary>A review, and the product it is of.</summary>
public sealed record ReviewView(Review Review, int Product, string Slug, string ProductName);
