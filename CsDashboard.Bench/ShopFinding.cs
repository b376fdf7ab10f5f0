using System.Diagnostics;
using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Search.Faceting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// The search of a shop with so many products: four hundred recorded queries (two in five a common word, three in ten two words, one in
/// five filters alone, one in ten mistyped), everything counted; beside a bare server that sends the stored answers, and beside what others
/// would do, SQLite's FTS5 with a GROUP BY for each of four counts.
/// </summary>
internal static class ShopFinding
{
    private const int Callers = 16;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task Run(int size)
    {
        var published = await Published.Folder();
        await using var house = await House.New();
        await house.Get<Refolding>().Do();
        await ShopShelf.Fill(house, size, RecordedQueries.Dress);
        var queries = RecordedQueries.All();
        await Engine(house, size, queries);
        await Others(house, queries);
        await using var product = await Server.Product(house.Folder, published);
        await product.Settled();
        await Door(
            house,
            product,
            string.Create(CultureInfo.InvariantCulture, $"Searching {size:N0} products over HTTP, {Callers} callers"),
            ("recorded queries", [.. queries.Select(q => "api/search/products?" + q)], "0.5"),
            ("each reckoned anew", [.. queries.Select(q => "api/search/products?use_cache=false&" + q)], "0.2"),
            ("the shop's page", [.. queries.Select(q => "shop/search?" + q.Replace("brand=", "brand=", StringComparison.Ordinal))], "0.05")
        );
    }

    public static async Task Suggest(int size)
    {
        var published = await Published.Folder();
        await using var house = await House.New();
        await house.Get<Refolding>().Do();
        await ShopShelf.Fill(house, size, RecordedQueries.Dress);
        await using var product = await Server.Product(house.Folder, published);
        await product.Settled();
        var typed = RecordedQueries
            .Kinds.Concat(RecordedQueries.Looks)
            .SelectMany(word => Enumerable.Range(1, word.Length).Select(n => word[..n]))
            .Distinct();
        await Door(
            house,
            product,
            string.Create(CultureInfo.InvariantCulture, $"Suggestions among {size:N0} products, {Callers} callers"),
            ("words as they are typed", [.. typed.Select(t => "api/search/suggestions?q=" + t)], "0.6")
        );
    }

    private static async Task Engine(House house, int size, List<string> queries)
    {
        var visitor = Actor.System(await CompanyOf(house));
        var (finder, asked) = (house.Get<ProductFinder>(), queries.ConvertAll(RecordedQueries.Read));
        await house.Get<ProductIndexes>().Of(visitor.TenantId).Make();
        await house.Get<ProductIndexes>().Of(visitor.TenantId).Get(TimeSpan.FromMinutes(1));
        foreach (var query in asked)
            await finder.Reckon(visitor, query);
        var times = await Clocked.Times(4 * asked.Count, async i => await finder.Reckon(visitor, asked[i % asked.Count]));
        Clocked.Head(
            string.Create(CultureInfo.InvariantCulture, $"Finding and counting among {size:N0} products, one caller, no HTTP"),
            "what",
            "a second",
            "p50, ms",
            "p99, ms"
        );
        Clocked.Line("the index", $"{times.Length / times.Sum() * 1000:N0}", $"{times.At(0.5):0.000}", $"{times.At(0.99):0.000}");
    }

    // What others would do with the same rows: FTS5 and a GROUP BY for each count.
    private static async Task Others(House house, List<string> queries)
    {
        await using var whole = new SqliteConnection($"Data Source={house.Database};Pooling=False");
        await whole.OpenAsync();
        await Rows.Run(
            whole,
            "CREATE TEMP TABLE f AS SELECT rowid AS id, NameEn, Brand, SummaryEn, DescriptionEn, CategoryId, Price, Rating FROM Products;"
                + "CREATE VIRTUAL TABLE temp.s USING fts5(NameEn, Brand, SummaryEn, DescriptionEn, content='');"
                + "INSERT INTO s(rowid, NameEn, Brand, SummaryEn, DescriptionEn) SELECT id, NameEn, Brand, SummaryEn, DescriptionEn FROM f;"
                + "CREATE INDEX temp.fid ON f(id);"
        );
        var words = queries
            .ConvertAll(RecordedQueries.Read)
            .Where(q => q.Text!.Length > 0)
            .Select(q => string.Join(' ', q.Text!.Split(' ').Select(w => w + "*")))
            .Take(40)
            .ToList();
        var times = await Clocked.Times(
            words.Count,
            async i =>
            {
                foreach (
                    var select in new[]
                    {
                        "SELECT f.id, bm25(s) FROM s JOIN f ON f.id = s.rowid WHERE s MATCH $w ORDER BY 2 LIMIT 20",
                        "SELECT CategoryId, COUNT(*) FROM s JOIN f ON f.id = s.rowid WHERE s MATCH $w GROUP BY 1",
                        "SELECT Brand, COUNT(*) FROM s JOIN f ON f.id = s.rowid WHERE s MATCH $w GROUP BY 1",
                        "SELECT CASE WHEN Price < 500000 THEN 0 WHEN Price < 1000000 THEN 1 ELSE 2 END, COUNT(*) FROM s JOIN f ON f.id = s.rowid WHERE s MATCH $w GROUP BY 1",
                        "SELECT Rating / 50, COUNT(*) FROM s JOIN f ON f.id = s.rowid WHERE s MATCH $w GROUP BY 1",
                    }
                )
                {
                    await using var command = whole.CreateCommand();
                    command.CommandText = select;
                    command.Parameters.AddWithValue("$w", words[i]);
                    await using var reader = await command.ExecuteReaderAsync();
                    while (await reader.ReadAsync()) { }
                }
            }
        );
        Clocked.Line(
            "SQLite FTS5 and four GROUP BY",
            $"{times.Length / times.Sum() * 1000:N0}",
            $"{times.At(0.5):0.000}",
            $"{times.At(0.99):0.000}"
        );
    }

    private static async Task Door(House house, Server product, string title, params (string What, string[] Paths, string Aim)[] rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(house.Database)!, "static")).FullName;
        using var http = Http.New(product.Address);
        var stored = new Dictionary<string, string>();
        foreach (var path in rows.SelectMany(r => r.Paths))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{stored.Count}.txt");
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await http.GetByteArrayAsync(path));
            stored[path] = "static/" + name;
        }
        await using var ceiling = await Server.Raw(house.Database);
        Clocked.Head(title, "what", "a second", "p99, ms", "KB", "stored answers, a second", "ratio");
        foreach (var (what, paths, aim) in rows)
        {
            var (asks, plain) = (new Caller(product.Address, "Accept: application/json\r\n"), new Caller(ceiling.Address, ""));
            var own = await DoorLoad.Of(product, [.. paths.Select(asks.Get)], Callers, (Length * 0.5, Length), isWrite: false);
            var raw = await DoorLoad.Of(
                ceiling,
                [.. paths.Select(p => plain.Get(stored[p]))],
                Callers,
                (Length * 0.2, Length * 0.6),
                isWrite: false
            );
            Clocked.Line(
                what,
                $"{own.PerSecond:N0}",
                $"{own.Times.At(0.99):0.0}",
                $"{own.Bytes / 1024:0.0}",
                $"{raw.PerSecond:N0}",
                $"{own.PerSecond / raw.PerSecond:0.00} (aim: at least {aim})"
            );
        }
    }

    private static async Task<Guid> CompanyOf(House house)
    {
        await using var db = house.Get<Store>().Open(Actor.System(Guid.Empty));
        return await db.Set<CsDashboard.Accounts.Tenant>().OrderBy(t => t.Id).Select(t => t.Id).FirstAsync();
    }
}
