namespace CsDashboard.Marketplace.Catalogue;

public sealed record PriceState(decimal Price, string Currency);
