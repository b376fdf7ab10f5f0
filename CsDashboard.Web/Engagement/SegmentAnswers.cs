using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed record SegmentAnswer(
    string Segment,
    string Name,
    string Criteria,
    IReadOnlyList<string> Benefits,
    decimal Discount,
    DateTimeOffset JoinDate,
    int SegmentScore,
    DateTimeOffset? Since
);

public sealed record SegmentSetAnswer(string CustomerId, string Segment, IReadOnlyList<string> Benefits, decimal Discount);

public sealed record SegmentItem(
    string Id,
    string Name,
    string Icon,
    string Description,
    string Criteria,
    IReadOnlyList<string> Benefits,
    int Members,
    decimal Discount
);

public sealed record SegmentShare(string Name, string Segment, int Members, int Percentage);

/// <summary>The whole company, and the one that was asked for.</summary>
public sealed record SegmentStatsAnswer(
    int TotalSegments,
    int TotalMembers,
    IReadOnlyList<SegmentShare> Segments,
    string Segment,
    int TotalCustomers,
    decimal AverageSpent,
    decimal EngagementRate
);
