using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Carts;

/// <summary>A variant as somebody would buy it now: at their price, and as many as there are.</summary>
internal sealed record Good(Product Product, ProductVariant Variant, decimal Price, int? Left, string? Category)
{
    private const int MostOfOne = 100_000;

    /// <summary>The most that one order can have; null for as many as one likes.</summary>
    public int? Most => Left is null ? Variant.MaxPerOrder : Math.Max(0, Math.Min(Left.Value, Variant.MaxPerOrder ?? int.MaxValue));

    public string NameIn(string language) =>
        Variant.Label(language) is { Length: > 0 } label ? $"{Product.Name(language)}, {label}" : Product.Name(language);

    public CartFault FaultOf(int quantity, DateTimeOffset now) =>
        !Variant.IsActive || !Product.IsOnSale(now) ? CartFault.Gone
        : Left <= 0 ? CartFault.SoldOut
        : quantity > (Most ?? MostOfOne) ? CartFault.TooMany
        : quantity < Variant.MinPerOrder ? CartFault.TooFew
        : CartFault.None;

    /// <summary>Refuses in words what can't be bought so.</summary>
    public void Demand(int quantity, Actor actor, string field = "quantity")
    {
        var name = NameIn(Words.Language);
        switch (FaultOf(quantity, actor.Now))
        {
            case CartFault.Gone:
                throw Refusal.Invalid("product_id", Words.Of("Cart_Gone", name), "product_gone");
            case CartFault.SoldOut:
                throw Refusal.Invalid(field, Words.Of("Cart_SoldOut", name), "sold_out");
            case CartFault.TooMany when Left < quantity:
                throw Refusal.Invalid(field, Words.Of("Cart_Left", name, Left), "sold_out");
            case CartFault.TooMany:
                throw Refusal.Invalid(field, Words.Of("Cart_Most", name, Most ?? MostOfOne));
            case CartFault.TooFew:
                throw Refusal.Invalid(field, Words.Of("Cart_Least", name, Variant.MinPerOrder));
            case CartFault.None:
                break;
        }
    }

    /// <summary>By variant; what isn't of the company or isn't there any more is not in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Good>> Of(AppDb db, IReadOnlyCollection<Guid> variants, Guid? customerId) =>
        variants.Count == 0
            ? new Dictionary<Guid, Good>()
            : (await Shelf.List(db, new(variants, customerId))).ToDictionary(
                r => r.Variant.Id,
                r => new Good(r.Product, r.Variant, Math.Min(r.Variant.Price, r.Lower ?? r.Variant.Price), r.Left, r.Category)
            );

    // In one statement: an order waits for it in the line of writes.
    private static readonly CompiledRead<AskedGoods, Shelved> Shelf = new(
        (db, asked) =>
            db.Set<ProductVariant>()
                .AsNoTracking()
                .Where(v => asked.Variants.Contains(v.Id))
                .Join(db.Set<Product>().AsNoTracking(), v => v.ProductId, p => p.Id, (v, p) => new { Variant = v, Product = p })
                .Select(r => new Shelved(
                    r.Variant,
                    r.Product,
                    db.Set<StockItem>()
                        .Where(i => i.VariantId == r.Variant.Id && i.Policy == StockPolicy.Refuse)
                        .Select(i => (int?)(i.OnHand - i.Reserved))
                        .FirstOrDefault(),
                    db.Set<TierPrice>()
                        .Where(t =>
                            t.VariantId == r.Variant.Id
                            && db.Set<Customer>().Any(c => c.Id == asked.CustomerId && c.MembershipTier == t.Tier)
                        )
                        .Select(t => (decimal?)t.Price)
                        .FirstOrDefault(),
                    db.Set<Category>().Where(c => c.Id == r.Product.CategoryId).Select(c => c.Slug).FirstOrDefault()
                ))
    );

    private sealed record AskedGoods(IReadOnlyCollection<Guid> Variants, Guid? CustomerId);

    private sealed record Shelved(ProductVariant Variant, Product Product, int? Left, decimal? Lower, string? Category);
}
