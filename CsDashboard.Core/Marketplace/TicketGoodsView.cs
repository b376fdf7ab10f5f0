using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Returns;

namespace CsDashboard.Marketplace;

/// <summary>What of the shop a ticket is about, as it is by now.</summary>
public sealed record TicketGoodsView(OwnOrder? Order, IReadOnlyList<ReturnView> Returns, ProductView? Product)
{
    /// <summary>The keys and files that came with the order.</summary>
    public IReadOnlyList<DigitalLine> Digital { get; init; } = [];
}
