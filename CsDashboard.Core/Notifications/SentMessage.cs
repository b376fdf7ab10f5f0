using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>A message that left the house, waits to, or was held back, in the company's list. What it says is not told.</summary>
public sealed record SentMessage
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required NoticeTopic Topic { get; init; }
    public required Channel Channel { get; init; }
    public required string? Name { get; init; }
    public required string? Address { get; init; }
    public required Guid? CustomerId { get; init; }
    public required Delivery Status { get; init; }
    public required Hold? Reason { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required int Attempts { get; init; }
    public required string? Error { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? SentAt { get; init; }
}
