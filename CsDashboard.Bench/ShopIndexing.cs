using System.Diagnostics;
using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Search.Faceting;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>The index of a shop: how long it takes to be made and to be told of a change, and how much memory it holds.</summary>
internal static class ShopIndexing
{
    public static async Task Run(int size)
    {
        await using var house = await House.New();
        await house.Get<Refolding>().Do();
        var shop = await ShopShelf.Fill(house, size, RecordedQueries.Dress);
        var (company, made) = (Actor.System(Guid.Parse(shop.Tenant)), new List<Product>());
        await using (var db = house.Get<Store>().Open(company))
            made = await ProductDocs.Whole(db.Set<Product>()).ToListAsync();
        var words = Timed(() => made.ForEach(p => FacetWords.Of(p.NameEn, p.NameAr, p.Brand, p.SummaryEn, p.DescriptionEn, p.FeaturesEn)));
        var docs = new List<FacetDoc>();
        var documents = Timed(() => docs = made.ConvertAll(ProductDocs.Of));
        made = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        FacetIndex? index = null;
        var build = Timed(() => index = FacetIndex.Of(ProductDocs.Schema, docs));
        var some = docs.Take(2_048).ToList();
        docs = [];
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var delta = Timed(() => index = index!.With(some, []));
        var one = Timed(() => index = index!.With(some.Take(1).ToList(), []));
        var whole = Stopwatch.GetTimestamp();
        await house.Get<ProductIndexes>().Of(company.TenantId).Make();
        var rebuild = Stopwatch.GetElapsedTime(whole).TotalSeconds;
        Clocked.Head(
            string.Create(CultureInfo.InvariantCulture, $"The index of {size:N0} products"),
            "what",
            "measured",
            "ceiling",
            "ratio"
        );
        Clocked.Line(
            "made of the database, seconds",
            $"{rebuild:0.00}",
            $"{words:0.00} (splitting words alone)",
            $"{words / rebuild:0.00} (aim: at least 0.4)"
        );
        Clocked.Line(
            "documents and index alone, seconds",
            $"{documents + build:0.00}",
            $"{words:0.00}",
            $"{words / (documents + build):0.00}"
        );
        Clocked.Line("2,048 changed at once, ms", $"{delta * 1000:0.0}", "", "");
        Clocked.Line("one more beside 2,048 changed, ms", $"{one * 1000:0.0}", "", "");
        Clocked.Line("memory, MB", $"{held / 1e6:0.0}", "", "below 30 for 100,000");
    }

    private static double Timed(Action act)
    {
        var began = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
