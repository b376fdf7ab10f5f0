using CsDashboard.Notifications.Channels;

namespace CsDashboard.Analytics;

/// <summary>A message that was given up: to whom, by which channel, and what the other side said last.</summary>
public sealed record FailedMessage(Guid Id, DateTimeOffset At, Channel Channel, string Title, string? Address, string? Error);
