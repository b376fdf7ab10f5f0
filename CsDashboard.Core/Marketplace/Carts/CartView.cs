using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Carts;

public sealed record CartView(IReadOnlyList<CartLineView> Lines, Currency Currency)
{
    public int Items => Lines.Sum(l => l.Quantity);
    public decimal Subtotal => new Money(Lines.Sum(l => l.Total), Currency).Rounded().Amount;
    public bool CanBeBought => Lines.Count > 0 && Lines.All(l => l.Fault == CartFault.None);

    /// <summary>Something of it is sent in a parcel.</summary>
    public bool IsSent => Lines.Any(l => l.Kind == GoodsKind.Physical);
}
