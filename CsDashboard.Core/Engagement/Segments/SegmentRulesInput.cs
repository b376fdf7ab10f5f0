using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>Days from 1 to 3,650, percents from 0 to 100.</summary>
public sealed record SegmentRulesInput
{
    [Amount]
    public decimal VipSpend { get; set; }

    [Bounds(1, 100_000)]
    public int FrequentOrders { get; set; }

    [Bounds(1, 3_650)]
    public int InactiveDays { get; set; }

    [Bounds(1, 100)]
    public int AtRiskDrop { get; set; }

    [Bounds(1, 3_650)]
    public int AtRiskDays { get; set; }

    [Bounds(0, 100)]
    public int VipDiscount { get; set; }

    [Bounds(0, 100)]
    public int InactiveDiscount { get; set; }

    [Bounds(0, 100)]
    public int AtRiskDiscount { get; set; }

    [Bounds(0, 100)]
    public int FrequentDiscount { get; set; }

    [Bounds(0, 100)]
    public int OccasionalDiscount { get; set; }
}
