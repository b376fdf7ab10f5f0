using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

public sealed record SegmentMemberRow(
    Guid Id,
    string PublicId,
    string Name,
    string Email,
    string Segment,
    decimal Value,
    DateTimeOffset? LastOrderAt
);
