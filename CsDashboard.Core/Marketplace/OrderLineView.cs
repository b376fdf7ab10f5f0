namespace CsDashboard.Marketplace;

public sealed record OrderLineView(string Name, string? Sku, string? Category, int Quantity, decimal UnitPrice);
