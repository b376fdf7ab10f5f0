using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// Money that Stripe is to give back. The book has it already, so that nothing is given back twice; its id is the key of the call, so that
/// a call which is repeated gives nothing twice either.
/// </summary>
public sealed class StripeRefund : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }

    /// <summary>Stripe's name for the payment of which it is.</summary>
    public required string Payment { get; init; }
    public decimal Amount { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is sent, or sent again; null once it is done with.</summary>
    public DateTimeOffset? SendAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Why Stripe refused it, for staff, who give the money back in another way.</summary>
    public string? Fault { get; private set; }

    internal void Wait(DateTimeOffset until) => SendAt = until;

    internal void Sent() => (SendAt, Fault) = (null, null);

    internal void Again(DateTimeOffset at) => (SendAt, Attempts) = (at, Attempts + 1);

    internal void Refuse(string fault) => (SendAt, Fault) = (null, Lines.Cut(fault, 300));
}
