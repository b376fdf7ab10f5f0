using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

public sealed record MergeView
{
    public required Guid Id { get; init; }
    public required Guid WinnerId { get; init; }
    public required Guid LoserId { get; init; }
    public required long LoserNumber { get; init; }
    public required string LoserUniqueId { get; init; }
    public required string LoserName { get; init; }
    public required string LoserEmail { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required IReadOnlyList<MergeCount> Moved { get; init; }
    public required DateTimeOffset UndoableUntil { get; init; }
}
