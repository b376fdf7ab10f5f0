using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>One of the five, with the number of members. Active are those who bought lately, by the company's own bound.</summary>
public sealed record SegmentCard
{
    public required string Segment { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required string Criteria { get; init; }
    public required IReadOnlyList<string> Benefits { get; init; }
    public required int Discount { get; init; }
    public required int Members { get; init; }
    public required int Active { get; init; }
    public required decimal Spent { get; init; }
}
