using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>A customer's segment and what it brings. Score is the progress of purchases towards VIP, 0 to 100.</summary>
public sealed record SegmentView(
    string Segment,
    DateTimeOffset? Since,
    string? SetBy,
    string Criteria,
    IReadOnlyList<string> Benefits,
    int Discount,
    DateTimeOffset JoinDate,
    int Score
);
