using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Importing;
using Microsoft.Data.Sqlite;
using static CsDashboard.Bench.Rows;

namespace CsDashboard.Bench;

/// <summary>
/// A file of products, from its bytes to rows that are committed (product, variant, price, stock and its first move), against plain inserts
/// of the same rows into the same tables, five hundred products to a transaction; and then a file that changes five thousand prices.
/// </summary>
internal static class ShopImports
{
    private const string Products =
        "Id TenantId Number Slug Kind State CategoryId Brand TagText IsFeatured IsDeal IsTrending Views Price IsSoldOut "
        + "RatingSum RatingCount Rating CreatedAt UpdatedAt NameEn NameAr SummaryEn Sought ImportId";

    public static async Task Run(int count)
    {
        await using var house = await House.New();
        var admin = (await Seed.In(house)).Agent with { Role = Role.Admin };
        Clocked.Head(string.Create(CultureInfo.InvariantCulture, $"Importing {count:N0} products"));
        await Own("w", 5_000, Rows("w", 5_000));
        var plain = await Plain(house.Database, admin.TenantId, count);
        var own = await Own("p", count, Rows("p", count));
        Clocked.Line(
            "products a second",
            $"{count / own:0}",
            $"{count / plain:0} (plain transactions of 500)",
            $"{plain / own:0.00} of the ceiling (aim: at least 0.50)"
        );
        var changed = Math.Min(5_000, count);
        var file = new StringBuilder("sku,price\n");
        for (var i = 0; i < changed; i++)
            file.Append(CultureInfo.InvariantCulture, $"SKU-p-{i},{3 + i % 7}\n");
        Clocked.Line(
            string.Create(CultureInfo.InvariantCulture, $"{changed:N0} prices, seconds"),
            $"{await Own("prices", changed, file.ToString()):0.0}",
            "",
            ""
        );

        async Task<double> Own(string name, int rows, string text)
        {
            var imports = house.Get<ProductImports>();
            var import = await imports.Upload(admin, name + ".csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
            await imports.Begin(admin, import.Id);
            var began = Stopwatch.GetTimestamp();
            await imports.Work(Actor.System(admin.TenantId));
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var done = await imports.Get(admin, import.Id);
            if (done.Added + done.Changed != rows)
                throw new InvalidOperationException($"Not all rows were taken: {done}");
            await house.Get<EventPump>().Drain();
            return seconds;
        }
    }

    private static string Rows(string name, int count)
    {
        var text = new StringBuilder("sku,name,name_ar,kind,state,brand,tags,summary,price,stock\n");
        for (var i = 0; i < count; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"SKU-{name}-{i},Product {name} {i},المنتج {i},physical,published,Brand {i % 40},\"desk, thing\",A thing,{10 + i % 90},20\n"
            );
        return text.ToString();
    }

    private static async Task<double> Plain(string database, Guid tenant, int count)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Default Timeout=30");
        await connection.OpenAsync();
        await using var product = Insert(connection, "Products", Products);
        await using var variant = Insert(
            connection,
            "ProductVariants",
            "Id TenantId ProductId Place Sku OptionKey Price IsActive MinPerOrder"
        );
        await using var price = Insert(connection, "PriceEntries", "Id TenantId ProductId VariantId Price From By");
        await using var stock = Insert(connection, "StockItems", "VariantId TenantId ProductId OnHand Reserved Threshold Policy UpdatedAt");
        await using var move = Insert(
            connection,
            "StockMoves",
            "Id TenantId Number VariantId Kind Quantity Before After Reason Turn By At"
        );
        var (company, import, now) = (Text(tenant), Text(Guid.NewGuid()), DateTimeOffset.UnixEpoch.UtcTicks);
        var began = Stopwatch.GetTimestamp();
        for (var from = 0; from < count; from += 500)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            foreach (var command in new[] { product, variant, price, stock, move })
                command.Transaction = transaction;
            for (var i = from; i < Math.Min(count, from + 500); i++)
            {
                var (id, sold) = (Text(Ids.New()), Text(Ids.New()));
                var cost = (10 + i % 90) * 10_000L;
                Fill(
                    product,
                    [
                        id,
                        company,
                        5_000_000 + i,
                        $"plain-{i}",
                        "Physical",
                        "Published",
                        DBNull.Value,
                        $"Brand {i % 40}",
                        ",desk,thing,",
                        false,
                        false,
                        false,
                        0,
                        cost,
                        false,
                        0,
                        0,
                        0,
                        now,
                        now,
                        $"Product plain {i}",
                        $"المنتج {i}",
                        "A thing",
                        $"product plain {i} brand desk thing",
                        import,
                    ]
                );
                Fill(variant, sold, company, id, 0, $"SKU-plain-{i}", "", cost, true, 1);
                Fill(price, Text(Ids.New()), company, id, sold, cost, now, "Agent");
                Fill(stock, sold, company, id, 20, 0, 5, "Refuse", now);
                Fill(move, Text(Ids.New()), company, 5_000_000 + i, sold, "In", 20, 0, 20, "plain.csv", 0, "Agent", now);
            }
            await transaction.CommitAsync();
        }
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
