using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Importing;

/// <summary>A product with its state, as it can be written again.</summary>
internal sealed record ProductBefore(ProductInput Product, ProductState State, DateTimeOffset? PublishAt);
