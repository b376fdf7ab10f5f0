using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Search.Faceting;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// The search of the shop, for anybody. What it counts is exact, over all that is found, by an index in memory; while that is made at the
/// start, the database answers, and counts nothing but the whole.
/// </summary>
public sealed class ProductFinder(Store store, ProductIndexes indexes, FindingRules rules, Products products, LiveFeed feed)
{
    private const int Top = 20;

    // How long the first who come wait for an index that is being made.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly string[] Counted =
    [
        ProductDocs.Category,
        ProductDocs.Brand,
        ProductDocs.Tag,
        ProductDocs.Flag,
        ProductDocs.Option,
        ProductDocs.PriceRange,
        ProductDocs.RatingRange,
    ];

    private readonly SharedReads answers = new(feed, id => Topic.Room(id, "Marketplace"), atMost: 1_000);

    /// <summary>
    /// Invalid names the field: sort_by, size, page, price and rating bounds. What stands beyond the first thousand is counted and not
    /// listed.
    /// </summary>
    public async Task<ShopFound> Find(Actor actor, ShopQuery query)
    {
        Check(query);
        var own = indexes.Of(actor.TenantId);
        return await own.Get(Patience) is { } index ? await Find(actor, query, own, index) : await Plainly(actor, query);
    }

    /// <summary>
    /// What was made of an answer, kept by its key until anything happens in the market, and for a minute at most: never older than the
    /// answer without it.
    /// </summary>
    public Task<T> Kept<T>(Actor actor, string key, Func<Task<T>> make) =>
        answers.Get(actor.TenantId, (key, actor.Now.Ticks / TimeSpan.TicksPerMinute), make);

    /// <summary>Whether the index is there, which counts everything.</summary>
    public bool IsReady(Actor actor) => indexes.Of(actor.TenantId).IsMade;

    /// <summary>Names of products that go with what has been typed so far. Invalid (size) outside 1 to 20.</summary>
    public async Task<IReadOnlyList<string>> Suggest(Actor actor, string text, int size = 5)
    {
        if (size is < 1 or > Top)
            throw Refusal.Invalid("size", Words.Of("Range_Beyond", 1, Top));
        if (await indexes.Of(actor.TenantId).Get(Patience) is not { } index || FacetWords.Asked(text).Count == 0)
            return [];
        var query = new FacetQuery
        {
            Text = text,
            Language = actor.Language,
            Fields = ProductDocs.Named,
            Take = size,
        };
        return index.Suggest(query, actor.Language == "ar" ? 1 : 0);
    }

    /// <summary>For admins: why a product stands where it stands. Empty where it isn't found. NotFound.</summary>
    public async Task<IReadOnlyList<FacetMatch>> Explain(Actor actor, string text, int number)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        var product = await Shelved.Find(db, number);
        return await indexes.Of(actor.TenantId).Get(Patience) is { } index
            ? index.Explain(
                new()
                {
                    Text = text,
                    Language = actor.Language,
                    Synonyms = (await rules.Of(db)).Synonyms,
                },
                product.Id
            )
            : [];
    }

    /// <summary>What the index alone says, without the rows; for figures.</summary>
    internal async Task<int> Reckon(Actor actor, ShopQuery query)
    {
        var own = indexes.Of(actor.TenantId);
        await using var db = store.Open(actor);
        return (await own.Get(Patience))?.Find(Asked(actor, query, await rules.Of(db), new ShelfTree(own.Categories))).Total ?? 0;
    }

    private async Task<ShopFound> Find(Actor actor, ShopQuery query, ProductIndex own, FacetIndex index)
    {
        await using var db = store.Open(actor);
        var shelves = new ShelfTree(own.Categories);
        var result = index.Find(Asked(actor, query, await rules.Of(db), shelves));
        var ids = result.Hits.Select(h => h.Id).ToList();
        var views =
            ids.Count == 0 ? [] : (await Products.Views(db, db.Products.Where(p => ids.Contains(p.Id)))).ToDictionary(v => v.Product.Id);
        return new(
            [.. result.Hits.Where(h => views.ContainsKey(h.Id)).Select(h => new ShopHit(views[h.Id], h.Score / 100m, h.IsPinned))],
            result.Total
        )
        {
            Corrected = result.Corrected,
            Categories = shelves.AtTop(result.Within[ProductDocs.Category], Top),
            Brands = [.. result.Within[ProductDocs.Brand].Take(Top)],
            Prices = Ranges(result.Within[ProductDocs.PriceRange], ProductDocs.PriceRanges),
            Ratings = Ranges(result.Within[ProductDocs.RatingRange], ProductDocs.RatingRanges),
            Choices = new()
            {
                Categories = shelves.Sums(result.Beside[ProductDocs.Category]),
                Brands = result.Beside[ProductDocs.Brand],
                Tags = result.Beside[ProductDocs.Tag],
                Options = result.Beside[ProductDocs.Option],
                Prices = Ranges(result.Beside[ProductDocs.PriceRange], ProductDocs.PriceRanges),
                Ratings = Ranges(result.Beside[ProductDocs.RatingRange], ProductDocs.RatingRanges),
                Flags = result.Within[ProductDocs.Flag].ToDictionary(c => c.Value, c => c.Count),
                Bounds = result.Bounds is { } b ? (b.Least / ProductDocs.Scale, b.Most / ProductDocs.Scale) : null,
            },
        };
    }

    private static FacetQuery Asked(Actor actor, ShopQuery query, KnownRules known, ShelfTree shelves)
    {
        var order = query.Order;
        var filters = new List<FacetFilter>();
        foreach (var named in new[] { query.Category, query.Subcategory })
            if (!string.IsNullOrWhiteSpace(named))
                filters.Add(new ValueFilter(ProductDocs.Category, shelves.Below(named.Trim())));
        void Values(string group, IReadOnlyList<string> anyOf)
        {
            if (anyOf.Count > 0)
                filters.Add(new ValueFilter(group, anyOf));
        }
        Values(ProductDocs.Brand, query.Brands);
        Values(ProductDocs.Tag, query.Tags);
        Values(ProductDocs.Option, query.Options);
        if (query.MinPrice is not null || query.MaxPrice is not null)
            filters.Add(
                new RangeFilter(
                    ProductDocs.PriceRange,
                    ProductDocs.Price,
                    Scaled(query.MinPrice, up: true),
                    Scaled(query.MaxPrice, up: false)
                )
            );
        if (query.MinRating is { } stars)
            filters.Add(new RangeFilter(ProductDocs.RatingRange, ProductDocs.Rating, (long)Math.Ceiling(stars * 100), null));
        // Each of these is counted with the others.
        void Flag(bool isAsked, string flag)
        {
            if (isAsked)
                filters.Add(new ValueFilter("", [flag]) { Values = ProductDocs.Flag });
        }
        Flag(query.InStock, ProductDocs.InStock);
        Flag(query.Featured, ProductDocs.Featured);
        Flag(query.Deals, ProductDocs.Deal);
        Flag(query.Trending, ProductDocs.Trending);
        return new()
        {
            Text = query.Text,
            Language = actor.Language,
            Filters = filters,
            Sort = order is "relevance" or "name" ? null : order,
            ByLabel = order == "name" ? (actor.Language == "ar" ? 1 : 0) : null,
            Down = query.Down,
            LastLast = query.SoldOutLast,
            Skip = query.Skip,
            Take = Math.Clamp(ShopQuery.MaxListed - query.Skip, 0, query.Take),
            Counted = Counted,
            Bounded = ProductDocs.Price,
            Pinned = order == "relevance" ? known.PinnedFor(query.Text, actor.Now) : [],
            Synonyms = known.Synonyms,
            Exact = query.Exact,
        };
    }

    // Nothing costs less than nothing or more than the most, so that a bound beyond says the same.
    private static long? Scaled(decimal? price, bool up) =>
        price is not { } asked ? null
        : Math.Clamp(asked, 0, Money.Most + 1) * ProductDocs.Scale is var scaled && up ? (long)Math.Ceiling(scaled)
        : asked < 0 ? -1
        : (long)Math.Floor(scaled);

    private static IReadOnlyList<FacetCount> Ranges(IReadOnlyList<FacetCount> counts, IReadOnlyList<string> ranges)
    {
        var known = counts.ToDictionary(c => c.Value, c => c.Count);
        return [.. ranges.Select(range => new FacetCount(range, known.GetValueOrDefault(range)))];
    }

    private async Task<ShopFound> Plainly(Actor actor, ShopQuery query)
    {
        var found = await products.List(
            actor,
            new()
            {
                Search = query.Text,
                Category = query.Subcategory ?? query.Category,
                Brand = query.Brands.Count > 0 ? query.Brands[0] : null,
                MinPrice = query.MinPrice,
                MaxPrice = query.MaxPrice,
                MinRating = query.MinRating,
                Tags = query.Tags,
                InStock = query.InStock,
                Featured = query.Featured,
                Deals = query.Deals,
                Trending = query.Trending,
                Shown = true,
                Sort = query.Order switch
                {
                    "relevance" => "views",
                    "view_count" => "views",
                    "name" when actor.Language == "ar" => "name_ar",
                    var other => other,
                },
                Down = query.Down,
                Skip = query.Skip,
                Limit = query.Take,
            }
        );
        return new([.. found.Items.Select(p => new ShopHit(p, 0))], found.Total);
    }

    private static void Check(ShopQuery query)
    {
        if (query.Take is < 1 or > ShopQuery.MaxTake)
            throw Refusal.Invalid("size", Words.Of("Range_Beyond", 1, ShopQuery.MaxTake));
        if (query.Skip < 0)
            throw Refusal.Invalid("page", Words.Of("Number_Negative"));
        if (query.Sort is { Length: > 0 } sort && !ShopQuery.Sorts.Contains(sort))
            throw Refusal.Invalid("sort_by", Words.Of("Word_Unknown", string.Join(", ", ShopQuery.Sorts)));
        if (query.MinPrice < 0 || query.MaxPrice < 0)
            throw Refusal.Invalid(query.MinPrice < 0 ? "min_price" : "max_price", Words.Of("Number_Negative"));
        if (query.MinPrice > query.MaxPrice)
            throw Refusal.Invalid("max_price", Words.Of("Find_Prices"));
        if (query.MinRating is < 0 or > 5)
            throw Refusal.Invalid("min_rating", Words.Of("Range_Beyond", 0, 5));
    }
}
