namespace CsDashboard.Engagement.Segments;

/// <summary>A customer in the list of a segment; Segment is the one of the five.</summary>
public sealed record SegmentMemberRow
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Segment { get; init; }
    public required int Orders { get; init; }
    public required decimal Value { get; init; }
    public required DateTimeOffset? LastOrderAt { get; init; }
    public required DateTimeOffset Joined { get; init; }
}
