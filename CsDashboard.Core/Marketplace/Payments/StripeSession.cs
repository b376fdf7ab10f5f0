using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// A page at Stripe on which an order is paid. Written before it is made there: its id is the key of that call, so that a call which is
/// repeated makes no second page.
/// </summary>
public sealed class StripeSession : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }

    /// <summary>In the order's currency.</summary>
    public decimal Amount { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset Until { get; init; }
    public StripeSessionState State { get; private set; }

    /// <summary>Stripe's name for it, and where its page is while it is open.</summary>
    public string? Name { get; private set; }
    public string? Url { get; private set; }

    /// <summary>When Stripe is asked how it went, if it has not said so before.</summary>
    public DateTimeOffset AskAt { get; private set; }

    internal void Made(string name, string url, DateTimeOffset askAt) => (Name, Url, AskAt) = (name, url, askAt);

    internal void AskLater(DateTimeOffset at) => AskAt = at;

    internal void End(StripeSessionState state) => (State, Url) = (state, null);
}
