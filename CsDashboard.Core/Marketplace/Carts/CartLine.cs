using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Carts;

/// <summary>So many of something in a customer's or a guest's cart.</summary>
public sealed class CartLine : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What programs call it.</summary>
    public int Number { get; init; }

    /// <summary>The customer or the guest.</summary>
    public Guid OwnerId { get; init; }
    public Guid? CustomerId { get; init; }
    public Guid VariantId { get; init; }
    public int Quantity { get; set; }

    /// <summary>What one cost when its owner last looked at the cart with it, so that a change can be said.</summary>
    public decimal PriceSeen { get; set; }

    /// <summary>How many there were before less of it was left when two carts became one.</summary>
    public int? CappedFrom { get; set; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
}
