using CsDashboard.Security.Payments;

namespace CsDashboard.Web.Security;

/// <summary>A rule that is being written.</summary>
public sealed class RuleForm
{
    public string? Label { get; set; }
    public PaymentField Field { get; set; } = PaymentField.Amount;
    public decimal Limit { get; set; }
    public PaymentEffect Effect { get; set; } = PaymentEffect.Review;
    public decimal Weight { get; set; } = 0.2m;

    internal PaymentRuleInput Rule =>
        new()
        {
            Label = Label,
            Field = Field,
            Limit = Limit,
            Effect = Effect,
            Weight = Weight,
        };
}
