namespace CsDashboard.Marketplace.Stock;

public sealed record StockState(int Available, StockLevel Level);
