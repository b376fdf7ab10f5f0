namespace CsDashboard.Customers.Merging;

/// <summary>
/// A record that may be the same person's. Why are words of <see cref="CsDashboard.Customers.Merging.Duplicates.Ways"/>; the likeness of
/// the names is from 0 to 1.
/// </summary>
public sealed record DuplicateRow
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string? Phone { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<string> Why { get; init; }
    public required double Likeness { get; init; }
}
