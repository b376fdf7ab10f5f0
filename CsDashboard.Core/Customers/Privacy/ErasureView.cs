namespace CsDashboard.Customers.Privacy;

public sealed record ErasureView(Guid Id, DateTimeOffset At, string By, int Done, int Total, DateTimeOffset? FinishedAt);
