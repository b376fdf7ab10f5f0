namespace CsDashboard.Engagement.Loyalty;

/// <summary>A member's points in five numbers, and the tier. Available and locked together are the balance.</summary>
public sealed record LoyaltyView
{
    public required Guid CustomerId { get; init; }
    public required string PublicId { get; init; }
    public required long Balance { get; init; }
    public required long Available { get; init; }
    public required long Locked { get; init; }
    public required DateTimeOffset? UnlocksAt { get; init; }
    public required long Expiring { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }
    public required long Lifetime { get; init; }
    public required long Redeemed { get; init; }
    public required LoyaltyTier Tier { get; init; }
    public required DateTimeOffset TierSince { get; init; }
    public required DateTimeOffset JoinedAt { get; init; }
    public required decimal TotalSpent { get; init; }

    public TierTerms Terms => TierTerms.Of(Tier);

    /// <summary>Points that are missing to the next tier; null on the last.</summary>
    public long? ToNext => Terms.Next is { } next ? Math.Max(0, next.MinPoints - Lifetime) : null;

    /// <summary>Progress from the tier's bound to the next, 0 to 1.</summary>
    public decimal Progress =>
        Terms.Next is { } next ? Math.Clamp((Lifetime - Terms.MinPoints) / (decimal)(next.MinPoints - Terms.MinPoints), 0, 1) : 1;

    /// <summary>Whole days in the tier.</summary>
    public int DaysInTier(DateTimeOffset now) => Math.Max(0, (int)(now - TierSince).TotalDays);
}

/// <summary>A line of the ledger with the answer to "why did I get this?", in the language of the person.</summary>
public sealed record EntryView
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required EntryKind Kind { get; init; }
    public required long Points { get; init; }
    public required long BalanceAfter { get; init; }
    public required string Title { get; init; }
    public required string Why { get; init; }

    /// <summary>What a person or program wrote beside it; null where a rule, a reward or time gave or took.</summary>
    public required string? Written { get; init; }

    /// <summary>The order it is for.</summary>
    public required Guid? OrderId { get; init; }
    public required DateTimeOffset? AvailableFrom { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Locked until its order is paid and delivered.</summary>
    public bool IsHeld { get; init; }

    public bool IsLocked(DateTimeOffset now) => Points > 0 && (IsHeld || AvailableFrom > now);
}

/// <summary>Of all points, those are available that can be spent now, without the locked ones.</summary>
public sealed record PointsBalance(Guid CustomerId, string PublicId, long Points, LoyaltyTier Tier, long Available);

/// <summary>A way to earn points, as members read it.</summary>
public sealed record EarnMethod(EarnOn On, string Icon, string Title, string Description, decimal Points, bool PerUnit);

/// <summary>A rule. Edited means that it is the company's own and no longer as the product ships it.</summary>
public sealed record RuleView(Guid Id, EarnOn On, string Name, RuleInput Rule, bool IsEdited)
{
    public bool Runs(DateOnly today) => Rule.IsOn && !(today < Rule.From) && !(today > Rule.To);
}

/// <summary>Who would get what: of the last month, by the rule as it is written and as it stands.</summary>
public sealed record RulePreview(
    DateTimeOffset From,
    DateTimeOffset To,
    int Members,
    long Points,
    long PointsNow,
    IReadOnlyList<PreviewRow> Rows
);

public sealed record PreviewRow(Guid CustomerId, string Name, long Points, long PointsNow);

/// <summary>A company's points over a period; Liability is what members could still redeem, now.</summary>
public sealed record LoyaltyFigures
{
    public required int Days { get; init; }
    public required DateTimeOffset From { get; init; }
    public required long Issued { get; init; }
    public required long Redeemed { get; init; }
    public required long Expired { get; init; }
    public required long Reversed { get; init; }
    public required long Liability { get; init; }
    public required int Members { get; init; }
    public required IReadOnlyDictionary<LoyaltyTier, int> ByTier { get; init; }
    public required IReadOnlyList<PointDay> Series { get; init; }

    /// <summary>The same of as many days before, step by step.</summary>
    public required IReadOnlyList<PointDay> Before { get; init; }

    /// <summary>
    /// Redeemed points as a share of all that members could redeem in the period: what they held when it began plus what was issued in it.
    /// So it is never more than 1, although points of earlier periods are redeemed, too. Null when there was nothing.
    /// </summary>
    public decimal? RedemptionRate => Redeemed + Expired + Reversed + Liability is > 0 and var had ? (decimal)Redeemed / had : null;
}

public sealed record PointDay(DateOnly Day, long Issued, long Redeemed)
{
    /// <summary>Some days from the first on, in as many steps as a chart shows well; the last step may be shorter.</summary>
    internal static IReadOnlyList<PointDay> Over(IReadOnlyList<DaySum> sums, DateOnly first, int days)
    {
        var stride =
            days <= 30 ? 1
            : days <= 90 ? 3
            : 12;
        PointDay Step(int begin)
        {
            var (from, to) = (first.DayNumber + begin, first.DayNumber + Math.Min(begin + stride, days));
            var step = sums.Where(s => s.Day >= from && s.Day < to).ToList();
            return new(
                first.AddDays(begin),
                step.Where(s => s.Kind is EntryKind.Earned or EntryKind.Bonus).Sum(s => s.Points),
                -step.Where(s => s.Kind == EntryKind.Redeemed).Sum(s => s.Points)
            );
        }
        return [.. Enumerable.Range(0, (days + stride - 1) / stride).Select(i => Step(i * stride))];
    }
}
