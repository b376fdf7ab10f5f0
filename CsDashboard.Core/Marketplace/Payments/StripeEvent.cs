using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Payments;

/// <summary>A call of Stripe that was acted on. Told again, it is the same.</summary>
public sealed class StripeEvent : ITenantOwned
{
    public const int MaxName = 100;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Stripe's name for it; unique in the company.</summary>
    public required string Name { get; init; }
    public DateTimeOffset At { get; init; }
}
