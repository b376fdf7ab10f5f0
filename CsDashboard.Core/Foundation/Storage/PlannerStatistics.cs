using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Corrects the table statistics of SQLite's planner. ANALYZE counts a stretch of each index and stops, and the planner then believes that
/// the index ends there: it would rather scan a company's "401 rows", in truth a million, than look up two hundred ids. Of an index of what
/// waits it keeps how much waited at that moment: after a burst it would scan all events for the few that are to be delivered.
/// </summary>
internal static class PlannerStatistics
{
    private const int Counted = 400;

    // By how much one more column of an index narrows a count that was cut short: such columns are states, kinds and tiers, of which there
    // are few.
    private const long Narrows = 4;

    /// <summary>
    /// Inside a write: counts, replaces every count that was cut short by a company's average number of rows in the table, and forgets
    /// those of what waits.
    /// </summary>
    public static async Task Count(AppDb db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA analysis_limit={Counted}; ANALYZE"),
            cancellation
        );
        var known = await db
            .Database.SqlQueryRaw<Known>(
                """SELECT tbl AS "Table", idx AS "Index", stat AS "Text" FROM sqlite_stat1 WHERE idx IS NOT NULL"""
            )
            .ToListAsync(cancellation);
        var companies = new Dictionary<string, long>();
        foreach (var index in known)
        {
            var ofCompanies = index.Index.StartsWith($"IX_{index.Table}_TenantId", StringComparison.Ordinal);
            if (ofCompanies && !companies.ContainsKey(index.Table))
                companies[index.Table] = await Companies(db, index.Table, cancellation);
            if (Corrected(index.Text, ofCompanies ? companies[index.Table] : Narrows) is var text && text != index.Text)
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE sqlite_stat1 SET stat = {text} WHERE tbl = {index.Table} AND idx = {index.Index}",
                    cancellation
                );
        }
        await db.Database.ExecuteSqlRawAsync(Forget, cancellation);
        await db.Database.ExecuteSqlRawAsync("ANALYZE sqlite_master", cancellation);
    }

    // Indexes of a part of a table that don't begin with the company: queues.
    private const string Forget = """
        DELETE FROM sqlite_stat1 WHERE idx IN (
            SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %' AND name NOT LIKE 'IX\_' || tbl_name || '\_TenantId%' ESCAPE '\')
        """;

    // How many companies have rows in it, found by skipping along an index.
    private static async Task<long> Companies(AppDb db, string table, CancellationToken cancellation)
    {
        var sql = $"""
            WITH RECURSIVE one(company) AS (SELECT MIN("TenantId") FROM "{table}" UNION ALL SELECT (SELECT MIN("TenantId") FROM "{table}" WHERE "TenantId" > one.company) FROM one WHERE company IS NOT NULL)
            SELECT COUNT(company) AS "Value" FROM one
            """;
        return Math.Max(1, await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellation));
    }

    // "Rows, then how many share the first column, the first two, ...", and words after them.
    private static string Corrected(string text, long narrowsFirst)
    {
        var words = text.Split(' ');
        if (!long.TryParse(words[0], CultureInfo.InvariantCulture, out var before))
            return text;
        for (
            var (i, narrows) = (1, narrowsFirst);
            i < words.Length && long.TryParse(words[i], CultureInfo.InvariantCulture, out var share);
            (i, narrows) = (i + 1, Narrows)
        )
        {
            before = share > Counted ? Math.Max(share, before / narrows) : share;
            words[i] = before.ToString(CultureInfo.InvariantCulture);
        }
        return string.Join(' ', words);
    }

    private sealed record Known(string Table, string Index, string Text);
}
