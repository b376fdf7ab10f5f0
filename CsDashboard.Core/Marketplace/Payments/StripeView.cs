namespace CsDashboard.Marketplace.Payments;

/// <summary>A company's account at Stripe without its keys, and how it goes.</summary>
/// <param name="KeyEnd">The last letters of the key; empty for none.</param>
/// <param name="CalledAt">When Stripe called last.</param>
/// <param name="PaidAt">When something was paid by it last, whoever said so.</param>
/// <param name="Refused">Refunds that Stripe refused.</param>
public sealed record StripeView(
    bool IsOn,
    string KeyEnd,
    bool IsLive,
    bool HasWebhookSecret,
    DateTimeOffset? CalledAt,
    DateTimeOffset? PaidAt,
    int Refused
)
{
    public bool HasKey => KeyEnd.Length > 0;
}
