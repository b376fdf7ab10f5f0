using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// A rule by which a company gives points. Membership's are there without a row (contract: membership, Earning); a row takes the place of
/// the one with its id.
/// </summary>
public sealed class EarningRule : ITenantOwned
{
    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }
    public EarnOn On { get; init; }

    /// <summary>Null: the name that the product has for it.</summary>
    public string? Name { get; private set; }
    public string? NameAr { get; private set; }

    /// <summary>Points for each unit of currency, or for each time.</summary>
    public decimal Amount { get; private set; }
    public bool PerUnit { get; private set; }
    public decimal Multiplier { get; private set; } = 1;

    /// <summary>The most that a member gets from it in a period.</summary>
    public long? Cap { get; private set; }
    public CapPeriod CapPer { get; private set; } = CapPeriod.Month;

    /// <summary>From that day (included) to that one (included too); days of UTC.</summary>
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>Lower-case words separated by spaces; none means everybody.</summary>
    public string TierText { get; private set; } = "";
    public string SegmentText { get; private set; } = "";
    public int LockDays { get; private set; }

    /// <summary>Days until they expire, counted from when they can be used; null for never.</summary>
    public int? ExpiryDays { get; private set; } = Year;
    public bool IsOn { get; private set; } = true;

    private const int Year = 365;

    public decimal Rate => Amount * Multiplier;
    public IReadOnlyList<string> Tiers => TierText.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyList<string> Segments => SegmentText.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A point for each riyal, 100 for a referral on both sides, 50 for a review (contract: membership, Earning). Orders are locked for as
    /// long as they may come back.
    /// </summary>
    internal static IReadOnlyList<EarningRule> Defaults(Guid tenant) =>
        [
            Usual(tenant, EarnOn.Order, 1, perUnit: true, lockDays: 14),
            Usual(tenant, EarnOn.Referral, 100),
            Usual(tenant, EarnOn.Referred, 100),
            Usual(tenant, EarnOn.Review, 50),
            Usual(tenant, EarnOn.Feedback, 10, cap: 50),
            Usual(tenant, EarnOn.SignUp, 50),
        ];

    // The id is made from the company and the word, so that the rule is the same before and after it is edited, and nobody has to create
    // it.
    private static EarningRule Usual(Guid tenant, EarnOn on, decimal amount, bool perUnit = false, int lockDays = 0, long? cap = null) =>
        new()
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"earning/{tenant:N}/{on}")).AsSpan(0, 16)),
            TenantId = tenant,
            On = on,
            Amount = amount,
            PerUnit = perUnit,
            LockDays = lockDays,
            Cap = cap,
        };

    public string NameIn(string language) =>
        (language == "ar" ? NameAr ?? Name : Name ?? NameAr)
        ?? Words.In(
            language,
            On switch
            {
                EarnOn.Order => "Earn_Order",
                EarnOn.Referral => "Earn_Referral",
                EarnOn.Referred => "Earn_Referred",
                EarnOn.Review => "Earn_Review",
                EarnOn.Feedback => "Earn_Feedback",
                EarnOn.SignUp => "Earn_SignUp",
            }
        );

    internal bool RunsOn(DateOnly day) => IsOn && !(day < From) && !(day > To);

    internal bool Fits(EarningOccasion occasion, LoyaltyTier tier, string? segment) =>
        RunsOn(DateOnly.FromDateTime(occasion.When.UtcDateTime))
        && (TierText.Length == 0 || Tiers.Contains(tier.ToString().ToLowerInvariant()))
        && (SegmentText.Length == 0 || (segment is not null && Segments.Contains(segment)));

    /// <summary>Points for an amount, in whole points.</summary>
    public long PointsFor(decimal basis) => (long)Math.Min(decimal.Floor((PerUnit ? basis : 1) * Rate), PointsInput.Most);

    /// <summary>
    /// Points still due for an occasion, negative where they go back, given what was booked before and what the cap leaves. The same
    /// occasion again gives 0.
    /// </summary>
    internal long Due(EarningOccasion occasion, long booked, bool wasBooked, bool fits, long capLeft)
    {
        if (!occasion.Counts)
            return -booked;
        if (occasion.Counted && (!wasBooked || occasion.Basis == occasion.BasisBefore))
            return 0;
        var due = PointsFor(occasion.Basis) - booked;
        return due <= 0 ? due
            : fits ? Math.Min(due, Math.Max(0, capLeft))
            : 0;
    }

    /// <summary>When the cap's period began that contains this moment.</summary>
    internal DateTimeOffset CapFrom(DateTimeOffset now) =>
        CapPer switch
        {
            CapPeriod.Day => new(now.UtcDateTime.Date, TimeSpan.Zero),
            CapPeriod.Month => new(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero),
            CapPeriod.Year => new(now.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
            CapPeriod.Ever => DateTimeOffset.MinValue,
        };

    internal RuleInput Facts =>
        new()
        {
            On = On.ToString(),
            Name = Name,
            NameAr = NameAr,
            Amount = Amount,
            PerUnit = PerUnit,
            Multiplier = Multiplier,
            Cap = Cap,
            CapPer = CapPer.ToString(),
            From = From,
            To = To,
            Tiers = [.. Tiers],
            Segments = [.. Segments],
            LockDays = LockDays,
            ExpiryDays = ExpiryDays,
            IsOn = IsOn,
        };

    /// <summary>Takes over a checked input. The kind of occasion stays.</summary>
    internal EarningRule Take(RuleInput input)
    {
        (Name, NameAr) = (Customers.CustomerRecords.Blank(input.Name), Customers.CustomerRecords.Blank(input.NameAr));
        (Amount, PerUnit, Multiplier) = (
            decimal.Round(input.Amount ?? 0, 4),
            input.PerUnit && On == EarnOn.Order,
            decimal.Round(input.Multiplier ?? 1, 4)
        );
        (Cap, CapPer, From, To) = (input.Cap, Word.Read(input.CapPer, CapPeriod.Month), input.From, input.To);
        (TierText, SegmentText) = (
            string.Join(' ', input.Tiers.Select(t => t.ToLowerInvariant()).Distinct()),
            string.Join(' ', input.Segments.Select(s => s.ToLowerInvariant()).Distinct())
        );
        (LockDays, ExpiryDays, IsOn) = (input.LockDays ?? 0, input.ExpiryDays, input.IsOn);
        return this;
    }
}
