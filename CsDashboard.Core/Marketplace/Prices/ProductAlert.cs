using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Prices;

/// <summary>
/// What a customer wants to hear of a product: one of a kind for each. That of a price tells once and rests until the price was above the
/// target again; that of the stock tells once and is gone.
/// </summary>
public sealed class ProductAlert : ITenantOwned
{
    public const decimal MostTarget = 1_000_000_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What the API calls it.</summary>
    public int Number { get; init; }
    public Guid CustomerId { get; init; }
    public Guid ProductId { get; init; }
    public AlertKind Kind { get; init; }

    /// <summary>The price they want, in the company's currency.</summary>
    public decimal? Target { get; private set; }

    /// <summary>It has told, or the price was there already when it was set.</summary>
    public bool IsResting { get; private set; }

    /// <summary>It has come true and is to be told.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset? ToldAt { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sets the price to wait for. One that is there already is waited for once it was left.</summary>
    internal void Aim(decimal target, decimal price) => (Target, IsResting, DueAt) = (target, price <= target, null);

    /// <summary>The product is like that now.</summary>
    internal void Look(decimal price, bool isSoldOut, DateTimeOffset now)
    {
        var isTrue = Kind == AlertKind.Price ? price <= Target : !isSoldOut;
        if (!isTrue)
            (IsResting, DueAt) = (false, null);
        else if (!IsResting)
            DueAt ??= now;
    }

    internal void Told(DateTimeOffset now) => (IsResting, DueAt, ToldAt) = (true, null, now);
}
