using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security.Payments;

/// <summary>
/// A condition on a payment and what follows from it. A company that has changed none has the six of the contract (contract:
/// market, Payment
/// risk).
/// </summary>
public sealed class PaymentRule : ITenantOwned
{
    public const int MaxLabel = 60,
        MostRules = 50;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>They are asked in this order.</summary>
    public int Place { get; set; }

    /// <summary>What callers and staff read when it matches.</summary>
    public required string Label { get; set; }
    public PaymentField Field { get; set; }

    /// <summary>The value is below the limit instead of above it.</summary>
    public bool IsBelow { get; set; }
    public decimal Limit { get; set; }
    public PaymentEffect Effect { get; set; }

    /// <summary>0 to 1; of rules that weigh.</summary>
    public decimal Weight { get; set; }
    public bool IsOff { get; set; }

    /// <summary>It is said when it would have matched, and does nothing.</summary>
    public bool IsShadow { get; set; }

    public bool Matches(PaymentFacts facts) => IsBelow ? facts.Of(Field) < Limit : facts.Of(Field) > Limit;

    internal static IReadOnlyList<PaymentRule> OfContract() =>
        [
            Weighs("High user risk score", PaymentField.UserRisk, 0.7m, 0.3m, 0),
            Weighs("High value transaction", PaymentField.Amount, 1_000, 0.2m, 1),
            Weighs("Multiple rapid transactions", PaymentField.PaymentsInHour, 5, 0.3m, 2),
            Weighs("Suspicious IP address", PaymentField.SuspiciousAddress, 0, 0.4m, 3),
            Weighs("Suspicious user agent", PaymentField.SuspiciousAgent, 0, 0.2m, 4),
            Weighs("Geographic anomaly", PaymentField.OtherCountry, 0, 0.3m, 5),
        ];

    private static PaymentRule Weighs(string label, PaymentField field, decimal above, decimal weight, int place) =>
        new()
        {
            Label = label,
            Field = field,
            Limit = above,
            Weight = weight,
            Place = place,
        };
}
