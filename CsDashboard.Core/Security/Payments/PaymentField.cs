namespace CsDashboard.Security.Payments;

/// <summary>What a rule looks at. Yes is 1, no is 0.</summary>
public enum PaymentField
{
    /// <summary>0 to 1.</summary>
    UserRisk,

    /// <summary>In the payment's currency.</summary>
    Amount,

    /// <summary>Payments of the same person in the hour before, with this one.</summary>
    PaymentsInHour,

    /// <summary>Blocked, or of a private network.</summary>
    SuspiciousAddress,

    /// <summary>A program's, by what it calls itself.</summary>
    SuspiciousAgent,

    /// <summary>Billed in one country and sent to another.</summary>
    OtherCountry,

    /// <summary>How long the person is known.</summary>
    DaysKnown,

    /// <summary>Payments of the person before.</summary>
    PaymentsBefore,
}
