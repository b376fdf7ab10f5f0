using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>A message that was sent or not: channel, time, outcome, and the reason if it was held back.</summary>
public sealed record DeliveryRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required NoticeTopic Topic { get; init; }
    public required Channel Channel { get; init; }
    public required string Title { get; init; }
    public required string Content { get; init; }
    public required string? Link { get; init; }
    public required Delivery Status { get; init; }
    public required Hold? Reason { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset? ReadAt { get; init; }
}
