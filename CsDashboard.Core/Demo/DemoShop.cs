using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Demo;

/// <summary>
/// The catalogues of the demo companies, by the shop's own verbs: what their customers have bought for a year, the six categories of the
/// contract with a shelf of things, and products in every state.
/// </summary>
public sealed class DemoShop(Products products, Categories categories, Stockroom stock)
{
    // The contract's callers order product 1 (T02 to T30): there are always some.
    private const int First = 1,
        Enough = 20;

    private sealed record Shop(List<Shelf> Categories, List<Good> Products, Dictionary<string, string> Values);

    private sealed record Shelf(string Slug, string Name, string NameAr)
    {
        public string? Description { get; init; }
        public string? DescriptionAr { get; init; }
        public string? Icon { get; init; }
        public string? Parent { get; init; }
    }

    private sealed record Good(string Category, GoodsKind Kind, string Name, string NameAr, decimal Price)
    {
        public string? Summary { get; init; }
        public string? SummaryAr { get; init; }
        public string? Description { get; init; }
        public string? DescriptionAr { get; init; }
        public decimal? Compare { get; init; }
        public string? Brand { get; init; }
        public int? Stock { get; init; }
        public string[] Tags { get; init; } = [];
        public string Flags { get; init; } = "";
        public string[] Features { get; init; } = [];
        public string[] FeaturesAr { get; init; } = [];
        public string[] Specs { get; init; } = [];
        public string[] SpecsAr { get; init; } = [];
        public string? Options { get; init; }
        public string? OptionsAr { get; init; }
        public List<List<System.Text.Json.JsonElement>>? Variants { get; init; }
        public string? Tier { get; init; }
        public int? Days { get; init; }
        public StockPolicy Policy { get; init; }
        public string? State { get; init; }
        public int? Max { get; init; }
        public string? Sku { get; init; }
        public Dictionary<string, decimal>? Tiers { get; init; }
        public int? Weight { get; init; }
    }

    /// <summary>The whole catalogue, or the first so many products of it, as they came over the last year.</summary>
    public async Task Fill(Actor admin, DateTimeOffset now, Func<Actor, DateTimeOffset, Actor> at, int most = int.MaxValue)
    {
        var shop = DemoCompany.Read<Shop>("shop");
        var shelves = new Dictionary<string, Guid>();
        foreach (var (i, shelf) in shop.Categories.Index())
        {
            var number = await categories.Save(
                at(admin, now.AddDays(-380)),
                null,
                new CategoryInput
                {
                    Name = shelf.Name,
                    NameAr = shelf.NameAr,
                    Slug = shelf.Slug,
                    Description = shelf.Description,
                    DescriptionAr = shelf.DescriptionAr,
                    Icon = shelf.Icon,
                    ParentId = shelf.Parent is null ? null : shelves[shelf.Parent],
                    Place = i,
                }
            );
            shelves[shelf.Slug] = (await categories.Of(admin, number)).Id;
        }
        foreach (var (i, good) in shop.Products.Take(most).Index())
            await Put(
                good,
                Input(good, shelves[good.Category], shop.Values),
                at(admin, now.AddDays(-370 + 8 * i)),
                at(admin, now.AddDays(-9)),
                now
            );
    }

    /// <summary>At every start of a demo: what programs order as a test is there.</summary>
    public async Task TopUp(Actor admin)
    {
        var row = (await products.Shelf(admin, new ProductFilter { Limit = 100, Down = false }, null)).Items.FirstOrDefault(p =>
            p.Number == First
        );
        if (row?.Available is { } left and < Enough)
            await stock.Move(admin, First, null, StockMoveKind.In, Enough * 5 - left, "Demo");
    }

    private async Task Put(Good good, ProductInput input, Actor began, Actor lately, DateTimeOffset now)
    {
        // What costs less now cost more before: so its price has a history.
        var before = good.Compare is { } once ? Input(good, input.CategoryId!.Value, price: once) : input;
        var number = await products.Save(began, null, before);
        if (good.Compare is not null)
            await products.Save(lately, number, input);
        if (good.State is null or "archived")
            await products.Publish(began, number);
        if (good.State == "scheduled")
            await products.Publish(lately, number, now.AddDays(12));
        if (good.State == "archived")
            await products.Archive(lately, number);
    }

    private static ProductInput Input(
        Good good,
        Guid category,
        IReadOnlyDictionary<string, string>? arabic = null,
        decimal? price = null
    ) =>
        new()
        {
            Name = good.Name,
            NameAr = good.NameAr,
            Kind = good.Kind,
            Summary = good.Summary,
            SummaryAr = good.SummaryAr,
            Description = good.Description,
            DescriptionAr = good.DescriptionAr,
            Features = string.Join('\n', good.Features),
            FeaturesAr = string.Join('\n', good.FeaturesAr),
            Specifications = string.Join('\n', good.Specs),
            SpecificationsAr = string.Join('\n', good.SpecsAr),
            CategoryId = category,
            Brand = good.Brand,
            Tags = good.Tags,
            IsFeatured = good.Flags.Contains("featured", StringComparison.Ordinal),
            IsDeal = good.Flags.Contains("deal", StringComparison.Ordinal),
            IsTrending = good.Flags.Contains("trending", StringComparison.Ordinal),
            Options = good.Options,
            OptionsAr = good.OptionsAr,
            Tier = good.Tier,
            AccessDays = good.Days,
            Variants = good.Variants is { } variants
                ? [.. variants.Select(v => Variant(good, v, arabic!))]
                :
                [
                    new VariantInput
                    {
                        Sku = good.Sku,
                        Price = price ?? good.Price,
                        ComparePrice = price is null ? good.Compare : null,
                        Stock = good.Stock,
                        Policy = good.Policy,
                        MaxPerOrder = good.Max,
                        WeightGrams = good.Weight,
                        TierPrices = good.Tiers ?? [],
                    },
                ],
        };

    // The values of its options, then its price and how many there are.
    private static VariantInput Variant(Good good, List<System.Text.Json.JsonElement> row, IReadOnlyDictionary<string, string> arabic) =>
        new()
        {
            Values = [.. row[..^2].Select(v => v.GetString()!)],
            ValuesAr = [.. row[..^2].Select(v => arabic.GetValueOrDefault(v.GetString()!))],
            Price = row[^2].GetDecimal(),
            Stock = row[^1].GetInt32(),
            WeightGrams = good.Weight,
        };
}
