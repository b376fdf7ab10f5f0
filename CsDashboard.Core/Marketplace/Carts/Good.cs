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
    public static async Task<IReadOnlyDictionary<Guid, Good>> Of(AppDb db, IReadOnlyCollection<Guid> variants, Guid? customerId)
    {
        if (variants.Count == 0)
            return new Dictionary<Guid, Good>();
        var tier = customerId is { } id
            ? await db.Customers.Where(c => c.Id == id).Select(c => c.MembershipTier).SingleOrDefaultAsync()
            : null;
        var rows = await db
            .ProductVariants.AsNoTracking()
            .Where(v => variants.Contains(v.Id))
            .Join(db.Products.AsNoTracking(), v => v.ProductId, p => p.Id, (v, p) => new { Variant = v, Product = p })
            .ToListAsync();
        var (stock, prices, shelves) = (
            await db.StockItems.AsNoTracking().Where(i => variants.Contains(i.VariantId)).ToDictionaryAsync(i => i.VariantId),
            await ShelfPrices.For(db, variants, tier),
            await db.Categories.AsNoTracking().Select(c => new { c.Id, c.Slug }).ToDictionaryAsync(c => c.Id, c => c.Slug)
        );
        return rows.ToDictionary(
            r => r.Variant.Id,
            r => new Good(
                r.Product,
                r.Variant,
                prices[r.Variant.Id],
                stock.TryGetValue(r.Variant.Id, out var item) && item.Policy == StockPolicy.Refuse ? item.Available : null,
                r.Product.CategoryId is { } shelf ? shelves.GetValueOrDefault(shelf) : null
            )
        );
    }
}
