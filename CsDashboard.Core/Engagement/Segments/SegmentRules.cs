using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

/// <summary>The bounds of a company. Without a row membership's apply (contract: membership, Segments).</summary>
public sealed class SegmentRules : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>VIP above this.</summary>
    public decimal VipSpend { get; set; } = 50_000;

    /// <summary>Frequent above this many orders a year.</summary>
    public int FrequentOrders { get; set; } = 10;
    public int InactiveDays { get; set; } = 90;

    /// <summary>At risk when purchases fell by this percentage: those of the last AtRiskDays against as many days before.</summary>
    public int AtRiskDrop { get; set; } = 50;
    public int AtRiskDays { get; set; } = 90;
    public int VipDiscount { get; set; } = 25;
    public int InactiveDiscount { get; set; } = 20;
    public int AtRiskDiscount { get; set; } = 20;
    public int FrequentDiscount { get; set; } = 15;
    public int OccasionalDiscount { get; set; } = 10;

    /// <summary>
    /// Vip, inactive, at_risk, frequent, occasional: the first that fits (contract: membership, Segments). A customer who never bought is
    /// occasional.
    /// </summary>
    public string SegmentOf(Purchases bought, DateTimeOffset now)
    {
        if (bought.Spend > VipSpend)
            return SegmentNames.Vip;
        if (bought.LastAt is { } last && last <= now.AddDays(-InactiveDays))
            return SegmentNames.Inactive;
        if (bought.Before > 0 && bought.Recent * 100 <= bought.Before * (100 - AtRiskDrop))
            return SegmentNames.AtRisk;
        return bought.InYear > FrequentOrders ? SegmentNames.Frequent : SegmentNames.Occasional;
    }

    /// <summary>Percent.</summary>
    public int DiscountOf(string segment) =>
        segment switch
        {
            SegmentNames.Vip => VipDiscount,
            SegmentNames.Inactive => InactiveDiscount,
            SegmentNames.AtRisk => AtRiskDiscount,
            SegmentNames.Frequent => FrequentDiscount,
            _ => OccasionalDiscount,
        };

    /// <summary>What makes one, in the language of the person.</summary>
    public string CriteriaOf(string segment) =>
        segment switch
        {
            SegmentNames.Vip => Words.Of("Segment_IsVip", Figure(VipSpend)),
            SegmentNames.Inactive => Words.Of("Segment_IsInactive", InactiveDays),
            SegmentNames.AtRisk => Words.Of("Segment_IsAtRisk", AtRiskDrop, AtRiskDays),
            SegmentNames.Frequent => Words.Of("Segment_IsFrequent", FrequentOrders),
            _ => Words.Of("Segment_IsOccasional", FrequentOrders),
        };

    public IReadOnlyList<string> BenefitsOf(string segment) =>
        [
            Words.Of("Segment_Discount", DiscountOf(segment)),
            .. Words.Of("Segment_Benefits_" + segment).Split(';', StringSplitOptions.TrimEntries),
        ];

    private static string Figure(decimal amount) => amount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    internal SegmentRulesInput Facts =>
        new()
        {
            VipSpend = VipSpend,
            FrequentOrders = FrequentOrders,
            InactiveDays = InactiveDays,
            AtRiskDrop = AtRiskDrop,
            AtRiskDays = AtRiskDays,
            VipDiscount = VipDiscount,
            InactiveDiscount = InactiveDiscount,
            AtRiskDiscount = AtRiskDiscount,
            FrequentDiscount = FrequentDiscount,
            OccasionalDiscount = OccasionalDiscount,
        };

    internal void Take(SegmentRulesInput input)
    {
        (VipSpend, FrequentOrders, InactiveDays, AtRiskDrop, AtRiskDays) = (
            decimal.Round(input.VipSpend, 4),
            input.FrequentOrders,
            input.InactiveDays,
            input.AtRiskDrop,
            input.AtRiskDays
        );
        (VipDiscount, InactiveDiscount, AtRiskDiscount, FrequentDiscount, OccasionalDiscount) = (
            input.VipDiscount,
            input.InactiveDiscount,
            input.AtRiskDiscount,
            input.FrequentDiscount,
            input.OccasionalDiscount
        );
    }
}
