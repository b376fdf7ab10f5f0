using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>A rule that is run over occasions in memory, to see what it would have booked.</summary>
internal sealed class RuleRun(EarningRule rule)
{
    private readonly Dictionary<(Guid, string), long> booked = [];
    private readonly Dictionary<(Guid, DateTimeOffset), long> capped = [];

    public Dictionary<Guid, long> Points { get; } = [];

    public void Hear(EarningOccasion occasion, EarningMember who, LoyaltyTier tier, DateTimeOffset at)
    {
        var (source, period) = ((who.Id, occasion.Source), (who.Id, rule.CapFrom(at)));
        var left = rule.Cap is { } cap ? cap - capped.GetValueOrDefault(period) : long.MaxValue;
        var due = rule.Due(
            occasion,
            booked.GetValueOrDefault(source),
            booked.ContainsKey(source),
            rule.Fits(occasion, tier, who.Segment),
            left
        );
        if (due == 0)
            return;
        booked[source] = booked.GetValueOrDefault(source) + due;
        capped[period] = capped.GetValueOrDefault(period) + due;
        Points[who.Id] = Points.GetValueOrDefault(who.Id) + due;
    }
}
