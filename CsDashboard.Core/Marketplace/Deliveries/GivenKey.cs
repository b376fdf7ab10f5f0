namespace CsDashboard.Marketplace.Deliveries;

public sealed record GivenKey(string Text, DateTimeOffset At, bool IsRevoked);
