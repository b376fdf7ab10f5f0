namespace CsDashboard.Marketplace.Payments;

/// <summary>What a provider, or who speaks for one, says happened to an order's payment.</summary>
public sealed record PaymentTold(string Provider, string Reference, PaymentKind Kind, decimal Amount)
{
    /// <summary>Null for the order's.</summary>
    public string? Currency { get; init; }
}
