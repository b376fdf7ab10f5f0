namespace CsDashboard.Security.Payments;

/// <summary>What is known of a payment when it is judged; kept with it, so that rules can be tried on what was.</summary>
public sealed record PaymentFacts
{
    public decimal UserRisk { get; init; }
    public decimal Amount { get; init; }
    public int PaymentsInHour { get; init; }
    public bool SuspiciousAddress { get; init; }
    public bool SuspiciousAgent { get; init; }
    public bool OtherCountry { get; init; }
    public int DaysKnown { get; init; }
    public int PaymentsBefore { get; init; }

    public decimal Of(PaymentField field) =>
        field switch
        {
            PaymentField.UserRisk => UserRisk,
            PaymentField.Amount => Amount,
            PaymentField.PaymentsInHour => PaymentsInHour,
            PaymentField.SuspiciousAddress => SuspiciousAddress ? 1 : 0,
            PaymentField.SuspiciousAgent => SuspiciousAgent ? 1 : 0,
            PaymentField.OtherCountry => OtherCountry ? 1 : 0,
            PaymentField.DaysKnown => DaysKnown,
            PaymentField.PaymentsBefore => PaymentsBefore,
        };
}
