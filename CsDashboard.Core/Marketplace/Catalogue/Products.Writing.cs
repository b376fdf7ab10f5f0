using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

// What admins do with products.
public sealed partial class Products
{
    /// <summary>
    /// Writes a product, a new draft without a number, and gives its number. Invalid names the field: an address or SKU that is taken, a
    /// category that isn't there, a price with more digits than the currency has, values that don't fit the options. Conflict
    /// <c>product_changed</c> when somebody changed it since <see cref="ProductInput.Seen"/>, <c>variant_ordered</c> when a variant that
    /// orders wait for would go; NotFound.
    /// </summary>
    public async Task<int> Save(Actor actor, int? number, ProductInput input)
    {
        actor.Demand(MarketRights.Manage);
        return await store.Write(actor, db => Save(db, number, input));
    }

    /// <summary>Shows it from now on, or from a time on; safe to repeat. Invalid for a time that has passed; NotFound.</summary>
    public Task Publish(Actor actor, int number, DateTimeOffset? at = null)
    {
        if (at is { } planned && planned <= actor.Now)
            throw Refusal.Invalid("publishAt", Words.Of("Product_PublishPast"));
        return Turn(actor, number, p => p.Publish(at?.ToUniversalTime()));
    }

    /// <summary>Makes a draft of it again, from wherever it was. Safe to repeat. NotFound.</summary>
    public Task Withdraw(Actor actor, int number) => Turn(actor, number, p => p.Withdraw());

    /// <summary>Takes it out of the shop and out of the way; orders keep it. Safe to repeat. NotFound.</summary>
    public Task Archive(Actor actor, int number) => Turn(actor, number, p => p.Archive());

    internal static async Task<int> Save(AppDb db, int? number, ProductInput input, ProductOrigin? origin = null)
    {
        var currency = await Tenants.CurrencyOf(db);
        ProductChecks.Demand(input, currency);
        var product =
            number is not { } known ? null
            : origin is null ? await Find(db, known)
            : await Among(db, known);
        if (product is not null && input.Seen is { } seen && product.UpdatedAt != seen)
            throw Refusal.Conflict(Words.Of("Product_Changed"), "product_changed");
        if (input.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category))
            throw Refusal.Invalid("categoryId", Words.Of("Category_Gone"));
        var slug = Slugs.Of(input.Slug ?? product?.Slug, input.Name);
        if (await db.Products.AnyAsync(p => p.Slug == slug && (product == null || p.Id != product.Id)))
            slug = string.IsNullOrWhiteSpace(input.Slug)
                ? await FreeSlug(db, slug)
                : throw Refusal.Invalid("slug", Words.Of("Product_SlugTaken", slug));
        var before = product is null ? null : ProductFacts.Of(product);
        if (product is null)
            db.Products.Add(
                product = new Product
                {
                    Number = number ?? await Sequences.Next(db, "product"),
                    Slug = slug,
                    NameEn = input.Name!,
                    CreatedAt = origin?.CreatedAt ?? db.Actor.Now,
                }
            );
        if (before is null && number is { } given)
            await Sequences.Reach(db, "product", given);
        Describe(product, input, slug);
        await new VariantWriter(db, product, currency).Write(input.Variants);
        await Record(db, product, before);
        return product.Number;
    }

    /// <summary>Inside a write: other prices and nothing else, of many products with a fixed number of queries.</summary>
    internal static async Task Reprice(AppDb db, IReadOnlyList<(Guid Product, ProductInput Input)> inputs)
    {
        if (inputs.Count == 0)
            return;
        var currency = await Tenants.CurrencyOf(db);
        var ids = inputs.Select(i => i.Product).ToList();
        var products = await db
            .Products.Include(p => p.Variants.OrderBy(v => v.Place))
            .Where(p => ids.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id);
        foreach (var (id, input) in inputs)
        {
            var product = products[id];
            var before = ProductFacts.Of(product);
            var writer = new VariantWriter(db, product, currency);
            foreach (var variant in product.Variants)
                writer.SetPrice(variant, input.Variants.First(v => v.Id == variant.Id), isNew: false);
            product.TakePrice();
            product.Changed(db.Actor.Now);
            db.Record(new ProductChanged(product.Id, product.Number, before, ProductFacts.Of(product)));
        }
        await db.SaveChangesAsync();
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }

    /// <summary>Inside a write: it comes to another state.</summary>
    internal static Task Turn(AppDb db, int number, ProductState state, DateTimeOffset? publishAt = null) =>
        Turn(db, number, p => p.Become(state, publishAt));

    private Task Turn(Actor actor, int number, Action<Product> act)
    {
        actor.Demand(MarketRights.Manage);
        return store.Write(actor, db => Turn(db, number, act));
    }

    private static async Task Turn(AppDb db, int number, Action<Product> act)
    {
        var product = await Find(db, number);
        var before = ProductFacts.Of(product);
        act(product);
        if (ProductFacts.Of(product) != before)
            await Record(db, product, before);
    }

    private static async Task Record(AppDb db, Product product, ProductFacts? before)
    {
        product.TakePrice();
        product.Fold();
        product.Changed(db.Actor.Now);
        await db.SaveChangesAsync();
        await StockMarks.Set(db, [product.Id]);
        db.Record(new ProductChanged(product.Id, product.Number, before, ProductFacts.Of(product)));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }

    private static async Task<Product> Find(AppDb db, int number) => await Among(db, number) ?? throw Refusal.NotFound();

    private static Task<Product?> Among(AppDb db, int number) =>
        db.Products.Include(p => p.Variants.OrderBy(v => v.Place)).SingleOrDefaultAsync(p => p.Number == number);

    private static async Task<string> FreeSlug(AppDb db, string slug)
    {
        var stem = slug.Length > 90 ? slug[..90] : slug;
        var taken = await db.Products.Where(p => p.Slug.StartsWith(stem + "-")).Select(p => p.Slug).ToListAsync();
        return Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(s => !taken.Contains(s));
    }

    internal static void Describe(Product product, ProductInput input, string slug)
    {
        (product.Slug, product.Kind, product.CategoryId) = (slug, input.Kind, input.CategoryId);
        (product.NameEn, product.NameAr) = (input.Name!.Trim(), Blank(input.NameAr));
        (product.SummaryEn, product.SummaryAr) = (Blank(input.Summary), Blank(input.SummaryAr));
        (product.DescriptionEn, product.DescriptionAr) = (Blank(input.Description), Blank(input.DescriptionAr));
        (product.FeaturesEn, product.FeaturesAr) = (Blank(input.Features), Blank(input.FeaturesAr));
        (product.SpecificationsEn, product.SpecificationsAr) = (Blank(input.Specifications), Blank(input.SpecificationsAr));
        (product.OptionsEn, product.OptionsAr) = (Blank(input.Options), Blank(input.OptionsAr));
        (product.Brand, product.TagText) = (Blank(input.Brand), TagWords.Join(input.Tags));
        (product.IsFeatured, product.IsDeal, product.IsTrending) = (input.IsFeatured, input.IsDeal, input.IsTrending);
        (product.Tier, product.AccessDays) = input.Kind == GoodsKind.Access ? (input.Tier, input.AccessDays) : (null, null);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
