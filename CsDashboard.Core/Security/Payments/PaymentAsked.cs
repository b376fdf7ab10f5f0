namespace CsDashboard.Security.Payments;

/// <summary>A payment to be judged. Address and agent are the buyer's.</summary>
public sealed record PaymentAsked(decimal Amount, string Currency)
{
    public string? Number { get; init; }
    public string? Address { get; init; }
    public string? Agent { get; init; }
    public bool OtherCountry { get; init; }
    public DateTimeOffset? KnownSince { get; init; }

    /// <summary>A buyer in a private network is one at home here, and not suspicious for that.</summary>
    public bool TrustsPrivate { get; init; }
}
