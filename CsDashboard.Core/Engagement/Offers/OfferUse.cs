using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

/// <summary>A customer took an offer; with an order once it was used on one.</summary>
public sealed class OfferUse : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OfferId { get; init; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset AppliedAt { get; init; }
    public string? OrderNumber { get; set; }
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>What it saved on the order it was used on; 0 until then.</summary>
    public decimal Savings { get; set; }
}
