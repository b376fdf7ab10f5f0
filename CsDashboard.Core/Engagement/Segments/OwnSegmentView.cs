using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>An own segment in the list; Members counts those who meet the conditions now.</summary>
public sealed record OwnSegmentView(
    Guid Id,
    string Name,
    bool Any,
    IReadOnlyList<SegmentCondition> Conditions,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    int Members
);
