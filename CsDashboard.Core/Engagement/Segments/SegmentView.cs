using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>Where a customer belongs and what that brings. Score is how far what was bought is on the way to VIP, 0 to 100.</summary>
public sealed record SegmentView(string Segment, DateTimeOffset? Since, string? SetBy, string Criteria, IReadOnlyList<string> Benefits, int Discount, DateTimeOffset JoinDate, int Score);
