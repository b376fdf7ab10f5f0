using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>What somebody is about to buy, with everything that decides what it costs.</summary>
internal sealed record Basket
{
    public required IReadOnlyList<(Good Good, int Quantity)> Lines { get; init; }
    public required Currency Currency { get; init; }
    public required ShopTerms Terms { get; init; }
    public required IReadOnlyList<ShippingMethod> Ways { get; init; }
    public required ShippingMethod? Way { get; init; }
    public required decimal TaxRate { get; init; }
    public OrderDiscount? Discount { get; init; }

    public bool IsSent => Lines.Any(l => l.Good.Product.Kind == GoodsKind.Physical);
    public decimal Subtotal => new Money(Lines.Sum(l => l.Quantity * l.Good.Price), Currency).Rounded().Amount;
    public decimal Shipping => IsSent && Way is not null ? Way.CostOf(Subtotal) : 0;

    public Priced Priced =>
        Pricing.Of(
            [.. Lines.Select(l => (l.Quantity, l.Good.Price))],
            new PricingTerms(
                Discount is { IsOnShipping: true } sending ? Math.Max(0, Shipping - sending.Saved) : Shipping,
                Discount is { IsOnShipping: false } goods ? goods.Saved : 0,
                TaxRate,
                Terms.IsTaxIncluded
            ),
            Currency
        );

    public DiscountedGoods Goods => new([.. Lines.Select(l => (l.Good.Category, l.Quantity, l.Good.Price))], Shipping, Currency);

    public string Shape => QuoteToken.ShapeOf(Lines.Select(l => (l.Good.Variant.Id, l.Quantity)), Way?.Word, Currency.Code);

    /// <summary>
    /// Reads what it takes. Invalid for goods that can't be bought so. The way is the one that was asked for, if goods are sent that way
    /// there; else the cheapest, where one may be chosen.
    /// </summary>
    public static async Task<Basket> Of(AppDb db, CartOwner owner, IReadOnlyList<(Guid Variant, int Quantity)> wanted, BasketTerms terms)
    {
        var goods = await Good.Of(db, [.. wanted.Select(w => w.Variant).Distinct()], owner.CustomerId);
        var lines = wanted
            .GroupBy(w => w.Variant)
            .Select(w =>
                (
                    Good: goods.GetValueOrDefault(w.Key) ?? throw Refusal.Invalid("items", Words.Of("Cart_NoProduct"), "product_not_found"),
                    Quantity: (int)Math.Min(w.Sum(one => (long)one.Quantity), int.MaxValue)
                )
            )
            .ToList();
        // First: whoever comes too late for the last one need not wait for the rest.
        foreach (var (good, quantity) in lines)
            good.Demand(quantity, db.Actor);
        var country = Countries.Of(terms.ShipTo?.Country)?.Code;
        var ways = await ShopSettings.WaysOf(db);
        ways.RemoveAll(m => terms.ShipTo?.Country is not null && !m.GoesTo(country));
        var basket = new Basket
        {
            Lines = lines,
            Currency = await Accounts.Tenants.CurrencyOf(db),
            Terms = await ShopSettings.TermsOf(db),
            Ways = ways,
            Way = null,
            TaxRate = await ShopSettings.TaxRateOf(db, terms.BillTo ?? terms.ShipTo),
        };
        if (!basket.IsSent)
            return basket with { Ways = [] };
        var asked = ways.FirstOrDefault(m => string.Equals(m.Word, terms.Way, StringComparison.OrdinalIgnoreCase));
        return basket with { Way = asked ?? (terms.MayChoose ? ways.MinBy(m => m.CostOf(basket.Subtotal)) : null) };
    }
}
