namespace CsDashboard.Marketplace.Finding;

public sealed record SearchTrend(DateOnly Day, int Count);
