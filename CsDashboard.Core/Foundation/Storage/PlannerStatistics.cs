using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// What SQLite's planner believes of the tables. ANALYZE counts a stretch of each index and stops, and the planner then believes that
/// the index ends there: it would rather scan a company's "401 rows", in truth a million, than look up two hundred ids. Of what is small or
/// empty it says how small it is, and an order book that fills in its first hour is walked through with every order. Of an index of what
/// waits it keeps how much waited at that moment: after a burst it would scan all events for the few that are to be delivered.
/// </summary>
internal static class PlannerStatistics
{
    private const int Counted = 400;

    // By how much one more column of an index narrows a count that was cut short: such columns are states, kinds and tiers, of which there
    // are few.
    private const long Narrows = 4;

    // Any plan is quick where there are fewer rows, so what is believed of them is what they may become.
    private const long Small = 1_000,
        Assumed = 100_000,
        OfAnId = 10;

    /// <summary>An index of which nothing is believed: the database is new, or a migration brought it.</summary>
    public static async Task<bool> Lacks(AppDb db, CancellationToken cancellation)
    {
        var tables = db.Database.SqlQueryRaw<string>("""SELECT name AS "Value" FROM sqlite_master WHERE name = 'sqlite_stat1'""");
        return !await tables.AnyAsync(cancellation)
            || (await Indexes(db, cancellation)).Exists(i => i.Text is null && Believed(i, 1) is not null);
    }

    /// <summary>Inside a transaction: counts, and puts what is to be believed of each index in the place of what was counted.</summary>
    public static async Task Count(AppDb db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA analysis_limit={Counted}; ANALYZE"),
            cancellation
        );
        var (indexes, companies) = (await Indexes(db, cancellation), new Dictionary<string, long>());
        foreach (var index in indexes.Where(i => i is { IsOfCompanies: true, Text: not null }))
            if (!companies.ContainsKey(index.Table))
                companies[index.Table] = await Companies(db, index.Table, cancellation);
        var believed = indexes
            .Select(i => (i.Table, i.Index, Text: Believed(i, companies.GetValueOrDefault(i.Table, 1))))
            .ToLookup(i => i.Text is null);
        var forgotten = JsonSerializer.Serialize(indexes.Select(i => i.Index));
        var told = JsonSerializer.Serialize(believed[false].Select(i => new[] { i.Table, i.Index, i.Text }));
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM sqlite_stat1 WHERE idx IN (SELECT value FROM json_each({forgotten}));
            INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each({told});
            ANALYZE sqlite_master;
            """,
            cancellation
        );
    }

    // Those of our own tables; what the full-text search keeps beside them is its own.
    private static Task<List<Known>> Indexes(AppDb db, CancellationToken cancellation) =>
        db
            .Database.SqlQueryRaw<Known>(
                """
                SELECT t.name AS "Table", i.name AS "Index", i."unique" AS "IsUnique", i.partial AS "IsPartial", s.stat AS "Text",
                    (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) AS "Columns"
                FROM sqlite_master AS t JOIN pragma_index_list(t.name) AS i LEFT JOIN sqlite_stat1 AS s ON s.idx = i.name
                WHERE t.type = 'table' AND t.sql LIKE 'CREATE TABLE "%'
                """
            )
            .ToListAsync(cancellation);

    // Of a queue nothing is believed, nor of a part of a table that is small: SQLite takes those for the best there is.
    private static string? Believed(Known index, long companies)
    {
        var counts = (index.Text ?? "").Split(' ');
        var isKnown = long.TryParse(counts[0], CultureInfo.InvariantCulture, out var rows) && rows >= Small;
        return index switch
        {
            { IsPartial: true } when !isKnown || !index.IsOfCompanies => null,
            _ when isKnown => Corrected(counts, index.IsOfCompanies ? companies : Narrows),
            _ => Likely(index),
        };
    }

    // "Rows, then how many share the first column, the first two, ...", and words after them.
    private static string Corrected(string[] counts, long narrowsFirst)
    {
        var before = long.Parse(counts[0], CultureInfo.InvariantCulture);
        for (
            var (i, narrows) = (1, narrowsFirst);
            i < counts.Length && long.TryParse(counts[i], CultureInfo.InvariantCulture, out var share);
            (i, narrows) = (i + 1, Narrows)
        )
        {
            before = share > Counted ? Math.Max(share, before / narrows) : share;
            counts[i] = before.ToString(CultureInfo.InvariantCulture);
        }
        return string.Join(' ', counts);
    }

    // One company, few rows of each thing that is named by its id, and one of what can be there but once.
    private static string Likely(Known index)
    {
        var (columns, before, counts) = (index.Columns.Split(','), Assumed, new List<long> { Assumed });
        foreach (var (place, column) in columns.Index())
            counts.Add(
                before =
                    index.IsUnique && place == columns.Length - 1 ? 1
                    : column == "TenantId" ? before
                    : Math.Max(1, column.EndsWith("Id", StringComparison.Ordinal) ? Math.Min(before, OfAnId) : before / Narrows)
            );
        return string.Join(' ', counts);
    }

    // How many companies have rows in it, found by skipping along an index.
    private static async Task<long> Companies(AppDb db, string table, CancellationToken cancellation)
    {
        var sql = $"""
            WITH RECURSIVE one(company) AS (SELECT MIN("TenantId") FROM "{table}" UNION ALL SELECT (SELECT MIN("TenantId") FROM "{table}" WHERE "TenantId" > one.company) FROM one WHERE company IS NOT NULL)
            SELECT COUNT(company) AS "Value" FROM one
            """;
        return Math.Max(1, await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellation));
    }

    private sealed record Known(string Table, string Index, bool IsUnique, bool IsPartial, string? Text, string Columns)
    {
        public bool IsOfCompanies => Columns.StartsWith("TenantId", StringComparison.Ordinal);
    }
}
