using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>A product that a customer put aside for later.</summary>
public sealed class Wish : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What the API calls it.</summary>
    public int Number { get; init; }
    public Guid CustomerId { get; init; }
    public Guid ProductId { get; init; }
    public DateTimeOffset AddedAt { get; init; }
}
