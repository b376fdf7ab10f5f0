using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>What a customer bought, as the rules look at it; cancelled and returned orders are none. Recent and Before count the two windows of "at risk".</summary>
public sealed record Purchases(decimal Spend, DateTimeOffset? LastAt, int InYear, int Recent, int Before)
{
    public static readonly Purchases None = new(0, null, 0, 0, 0);
}

/// <summary>The bounds of a company. Without a row those of rules.md 002 apply.</summary>
public sealed class SegmentRules : ITenantOwned
{
    public Guid TenantId { get; set; }
    /// <summary>VIP above this.</summary>
    public decimal VipSpend { get; set; } = 50_000;
    /// <summary>Frequent above so many in a year.</summary>
    public int FrequentOrders { get; set; } = 10;
    public int InactiveDays { get; set; } = 90;
    /// <summary>At risk when purchases are down by so many percent: those of the last so many days against the same time before.</summary>
    public int AtRiskDrop { get; set; } = 50;
    public int AtRiskDays { get; set; } = 90;
    public int VipDiscount { get; set; } = 25;
    public int InactiveDiscount { get; set; } = 20;
    public int AtRiskDiscount { get; set; } = 20;
    public int FrequentDiscount { get; set; } = 15;
    public int OccasionalDiscount { get; set; } = 10;

    /// <summary>rules.md 002: vip, inactive, at_risk, frequent, occasional, the first that fits. Who never bought is occasional.</summary>
    public string SegmentOf(Purchases bought, DateTimeOffset now)
    {
        if (bought.Spend > VipSpend) return SegmentNames.Vip;
        if (bought.LastAt is { } last && last <= now.AddDays(-InactiveDays)) return SegmentNames.Inactive;
        if (bought.Before > 0 && bought.Recent * 100 <= bought.Before * (100 - AtRiskDrop)) return SegmentNames.AtRisk;
        return bought.InYear > FrequentOrders ? SegmentNames.Frequent : SegmentNames.Occasional;
    }

    /// <summary>Percent.</summary>
    public int DiscountOf(string segment) => segment switch
    {
        SegmentNames.Vip => VipDiscount, SegmentNames.Inactive => InactiveDiscount, SegmentNames.AtRisk => AtRiskDiscount, SegmentNames.Frequent => FrequentDiscount, _ => OccasionalDiscount,
    };

    /// <summary>What makes one, in the language of the person.</summary>
    public string CriteriaOf(string segment) => segment switch
    {
        SegmentNames.Vip => Words.Of("Segment_IsVip", Figure(VipSpend)),
        SegmentNames.Inactive => Words.Of("Segment_IsInactive", InactiveDays),
        SegmentNames.AtRisk => Words.Of("Segment_IsAtRisk", AtRiskDrop, AtRiskDays),
        SegmentNames.Frequent => Words.Of("Segment_IsFrequent", FrequentOrders),
        _ => Words.Of("Segment_IsOccasional", FrequentOrders),
    };

    public IReadOnlyList<string> BenefitsOf(string segment) => [Words.Of("Segment_Discount", DiscountOf(segment)), .. Words.Of("Segment_Benefits_" + segment).Split(';', StringSplitOptions.TrimEntries)];

    private static string Figure(decimal amount) => amount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    internal SegmentRulesInput Facts => new()
    {
        VipSpend = VipSpend, FrequentOrders = FrequentOrders, InactiveDays = InactiveDays, AtRiskDrop = AtRiskDrop, AtRiskDays = AtRiskDays,
        VipDiscount = VipDiscount, InactiveDiscount = InactiveDiscount, AtRiskDiscount = AtRiskDiscount, FrequentDiscount = FrequentDiscount, OccasionalDiscount = OccasionalDiscount,
    };

    internal void Take(SegmentRulesInput input)
    {
        (VipSpend, FrequentOrders, InactiveDays, AtRiskDrop, AtRiskDays) = (decimal.Round(input.VipSpend, 4), input.FrequentOrders, input.InactiveDays, input.AtRiskDrop, input.AtRiskDays);
        (VipDiscount, InactiveDiscount, AtRiskDiscount, FrequentDiscount, OccasionalDiscount) = (input.VipDiscount, input.InactiveDiscount, input.AtRiskDiscount, input.FrequentDiscount, input.OccasionalDiscount);
    }
}

/// <summary>Days from 1 to 3,650, percents from 0 to 100.</summary>
public sealed record SegmentRulesInput
{
    [Amount] public decimal VipSpend { get; set; }
    [Bounds(1, 100_000)] public int FrequentOrders { get; set; }
    [Bounds(1, 3_650)] public int InactiveDays { get; set; }
    [Bounds(1, 100)] public int AtRiskDrop { get; set; }
    [Bounds(1, 3_650)] public int AtRiskDays { get; set; }
    [Bounds(0, 100)] public int VipDiscount { get; set; }
    [Bounds(0, 100)] public int InactiveDiscount { get; set; }
    [Bounds(0, 100)] public int AtRiskDiscount { get; set; }
    [Bounds(0, 100)] public int FrequentDiscount { get; set; }
    [Bounds(0, 100)] public int OccasionalDiscount { get; set; }
}

/// <summary>A whole number between two bounds, both included; null where it may be missing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BoundsAttribute(int least, int most) : System.ComponentModel.DataAnnotations.ValidationAttribute
{
    public int Least { get; } = least;
    public int Most { get; } = most;

    protected override System.ComponentModel.DataAnnotations.ValidationResult? IsValid(object? value, System.ComponentModel.DataAnnotations.ValidationContext context) =>
        value is null || value is int number && number >= Least && number <= Most ? null : new(Words.Of("Range_Beyond", Least, Most), [context.MemberName ?? ""]);
}
