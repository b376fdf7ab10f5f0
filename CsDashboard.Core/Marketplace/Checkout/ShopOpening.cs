using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>Whether orders can be placed here at all, so that nobody fills a cart for nothing.</summary>
/// <param name="IsElsewhere">The company's own service keeps its orders.</param>
/// <param name="CanBePaid">There is a way to pay.</param>
/// <param name="CanBeSent">There is a way to send goods.</param>
public sealed record ShopOpening(bool IsElsewhere, bool CanBePaid, bool CanBeSent)
{
    public bool Takes(GoodsKind kind) => !IsElsewhere && CanBePaid && (CanBeSent || kind != GoodsKind.Physical);
}
