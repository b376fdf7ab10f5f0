namespace CsDashboard.Engagement.Loyalty;

/// <summary>Points given by hand, or redeemed. Whole and above zero; a fraction is refused, not rounded.</summary>
public sealed class PointsInput
{
    /// <summary>The most at once.</summary>
    public const long Most = 10_000_000;

    public decimal? Points { get; set; }

    [Text(LoyaltyEntry.MaxReason)]
    public string? Reason { get; set; }

    internal long Checked(string reasonField)
    {
        if (Points is not { } points)
            throw Refusal.Invalid("points", Words.Of("Text_Required"));
        if (points <= 0 || points > Most || points != decimal.Truncate(points))
            throw Refusal.Invalid("points", Words.Of("Points_Bad", Most));
        try
        {
            this.Checked();
        }
        catch (Refusal refusal) when (reasonField != "reason")
        {
            throw Refusal.Invalid(reasonField, refusal.Message);
        }
        return (long)points;
    }
}

/// <summary>Why points are taken back by hand.</summary>
public sealed class TakeBackInput
{
    [Text(LoyaltyEntry.MaxReason)]
    public string? Reason { get; set; }
}

/// <summary>A rule by which points are earned, as a person writes it.</summary>
public sealed class RuleInput
{
    public const int MaxName = 80;

    /// <summary>Ten years.</summary>
    public const int MaxDays = 3_650;

    /// <summary>The segments by their words (contract: membership, Segments).</summary>
    public static readonly string[] AllSegments = ["vip", "frequent", "occasional", "inactive", "at_risk"];

    public string? On { get; set; }

    [Text(MaxName, Optional = true)]
    public string? Name { get; set; }

    [Text(MaxName, Optional = true)]
    public string? NameAr { get; set; }
    public decimal? Amount { get; set; }
    public bool PerUnit { get; set; }
    public decimal? Multiplier { get; set; } = 1;
    public long? Cap { get; set; }

    [WordOf<CapPeriod>]
    public string? CapPer { get; set; } = nameof(CapPeriod.Month);
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public IReadOnlyList<string> Tiers { get; set; } = [];
    public IReadOnlyList<string> Segments { get; set; } = [];
    public int? LockDays { get; set; } = 0;
    public int? ExpiryDays { get; set; } = 365;
    public bool IsOn { get; set; } = true;

    /// <summary>Refuses with every field that is wrong: dates crossed, an unknown tier or segment, numbers beyond their range.</summary>
    internal EarnOn CheckAll()
    {
        this.Checked();
        var faults = new List<FieldError>();
        void Fault(bool wrong, string field, string message)
        {
            if (wrong)
                faults.Add(new(field, message));
        }
        // By name, since Enum.Parse would also take "order,review".
        var on = Array.FindIndex(Enum.GetNames<EarnOn>(), name => name.Equals(On, StringComparison.OrdinalIgnoreCase));
        Fault(on < 0, "on", Words.Of("Word_Unknown", string.Join(", ", Enum.GetNames<EarnOn>())));
        Fault(Amount is not (>= 0.0001m and <= 100_000), "amount", Words.Of("Range_Beyond", 0.0001m, 100_000));
        Fault(Multiplier is not (>= 0.1m and <= 100), "multiplier", Words.Of("Range_Beyond", 0.1m, 100));
        Fault(Cap is < 1 or > PointsInput.Most, "cap", Words.Of("Range_Beyond", 1, PointsInput.Most));
        Fault(To < From, "to", Words.Of("Rule_DatesCrossed"));
        Fault(LockDays is < 0 or > 365, "lockDays", Words.Of("Range_Beyond", 0, 365));
        Fault(ExpiryDays is < 1 or > MaxDays, "expiryDays", Words.Of("Range_Beyond", 1, MaxDays));
        Fault(
            (Tiers ?? []).Any(t => TierTerms.Read(t) is null),
            "tiers",
            Words.Of("Word_Unknown", string.Join(", ", Enum.GetNames<LoyaltyTier>()).ToLowerInvariant())
        );
        Fault(
            (Segments ?? []).Any(s => !AllSegments.Contains(s, StringComparer.OrdinalIgnoreCase)),
            "segments",
            Words.Of("Word_Unknown", string.Join(", ", AllSegments))
        );
        if (faults.Count > 0)
            throw Refusal.Invalid(faults);
        (Tiers, Segments) = (Tiers ?? [], Segments ?? []);
        return (EarnOn)on;
    }
}
