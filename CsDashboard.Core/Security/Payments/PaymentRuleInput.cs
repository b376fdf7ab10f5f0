namespace CsDashboard.Security.Payments;

/// <summary>A rule as admins write it; without an id it is new.</summary>
public sealed record PaymentRuleInput
{
    public Guid? Id { get; init; }
    public string? Label { get; init; }
    public PaymentField Field { get; init; }
    public bool IsBelow { get; init; }
    public decimal Limit { get; init; }
    public PaymentEffect Effect { get; init; }
    public decimal Weight { get; init; }
    public bool IsOff { get; init; }
    public bool IsShadow { get; init; }

    public static PaymentRuleInput Of(PaymentRule rule) =>
        new()
        {
            Id = rule.Id,
            Label = rule.Label,
            Field = rule.Field,
            IsBelow = rule.IsBelow,
            Limit = rule.Limit,
            Effect = rule.Effect,
            Weight = rule.Weight,
            IsOff = rule.IsOff,
            IsShadow = rule.IsShadow,
        };

    internal PaymentRule Made(int place)
    {
        if (!Enum.IsDefined(Field) || !Enum.IsDefined(Effect))
            throw Refusal.Invalid("field", Words.Of("Refused_Invalid"));
        if (Weight is < 0 or > 1)
            throw Refusal.Invalid("weight", Words.Of("Range_Beyond", 0, 1));
        if (Limit is < 0 or > Money.Most)
            throw Refusal.Invalid("limit", Words.Of("Range_Beyond", 0, Money.Most));
        return new()
        {
            Id = Id ?? Ids.New(),
            Place = place,
            Label = Telling.ToldText.Demand("label", Label, PaymentRule.MaxLabel),
            Field = Field,
            IsBelow = IsBelow,
            Limit = Limit,
            Effect = Effect,
            Weight = Effect == PaymentEffect.Weigh ? Weight : 0,
            IsOff = IsOff,
            IsShadow = IsShadow,
        };
    }
}
