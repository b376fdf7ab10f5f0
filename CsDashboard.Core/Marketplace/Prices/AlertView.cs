using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Prices;

/// <summary>An alert, and the product it is about.</summary>
public sealed record AlertView(ProductAlert Alert, Product Product, Currency Currency);
