using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security.Payments;

/// <summary>A payment that was judged, with what was known of it then.</summary>
public sealed class PaymentCheck : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>As <see cref="Telling.RiskProfile.Who"/>.</summary>
    public required string Who { get; init; }
    public Guid? CustomerId { get; set; }

    /// <summary>The order's number, or the transaction's; null for none.</summary>
    public string? Number { get; init; }
    public required string Currency { get; init; }
    public DateTimeOffset At { get; init; }
    public decimal UserRisk { get; init; }
    public decimal Amount { get; init; }
    public int PaymentsInHour { get; init; }
    public bool SuspiciousAddress { get; init; }
    public bool SuspiciousAgent { get; init; }
    public bool OtherCountry { get; init; }
    public int DaysKnown { get; init; }
    public int PaymentsBefore { get; init; }
    public decimal Score { get; init; }
    public bool IsSafe { get; init; }

    public PaymentFacts Facts =>
        new()
        {
            UserRisk = UserRisk,
            Amount = Amount,
            PaymentsInHour = PaymentsInHour,
            SuspiciousAddress = SuspiciousAddress,
            SuspiciousAgent = SuspiciousAgent,
            OtherCountry = OtherCountry,
            DaysKnown = DaysKnown,
            PaymentsBefore = PaymentsBefore,
        };
}
