using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// A product that was found, and its score: the weight of the best field, the mean over the words; 0 where none was asked for.
/// </summary>
public sealed record ShopHit(ProductView Product, decimal Score, bool IsPinned = false);
