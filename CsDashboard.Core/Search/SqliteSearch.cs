using System.Text;
using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>
/// FTS5. The table is walked from the newest row back and the walk ends when enough is found, so a word that is in every
/// second text costs no more than a rare one. Nothing is ranked: to rank, all that matches must be read.
/// </summary>
internal sealed class SqliteSearch()
    : SearchIndex(
        """
        SELECT rowid FROM "SearchText" WHERE "SearchText" MATCH @asked AND rowid < @before ORDER BY rowid DESC LIMIT @most
        """
    )
{
    // Beginnings of two and three letters have an index of their own. For a longer one FTS5 would gather every matching text before it
    // returns the first, so the words that begin like it are looked up and queried one by one, if they are not too many.
    private const int IndexedPrefix = 3;
    private const int MaxWords = 200;

    // Folding drops the underscore, and every mark has a letter after it.
    private const string Never = "_";

    public override async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        // The ascii tokenizer parts at ASCII signs alone; the words it is given have been folded and parted before.
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE VIRTUAL TABLE IF NOT EXISTS "SearchText" USING fts5("Title", "Text", tokenize="ascii tokenchars '_'", prefix='2 3', columnsize=0);
            CREATE TABLE IF NOT EXISTS "SearchWords" ("Word" TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
            """,
            cancellation
        );
    }

    protected override async Task PutWords(AppDb db, IndexedText row, IReadOnlyList<string> title, IReadOnlyList<string> text, bool isNew)
    {
        if (!isNew)
            await Remove(db, [row.Id], title.Concat(text));
        await Remember(db, title.Concat(text));
        var (titleWords, textWords) = (string.Join(' ', title), string.Join(' ', text));
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "SearchText"(rowid, "Title", "Text") VALUES ({row.Id}, {titleWords}, {textWords})"""
        );
    }

    protected override async Task PutNewWords(
        AppDb db,
        IReadOnlyList<(long Id, IReadOnlyList<string> Title, IReadOnlyList<string> Text)> rows
    )
    {
        await Remember(db, rows.SelectMany(r => r.Title.Concat(r.Text)));
        var all = JsonSerializer.Serialize(rows.Select(r => new object[] { r.Id, string.Join(' ', r.Title), string.Join(' ', r.Text) }));
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "SearchText"(rowid, "Title", "Text") SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each({all})"""
        );
    }

    protected override Task RemoveWords(AppDb db, params IReadOnlyList<long> ids) => Remove(db, ids, []);

    // A word that no other text has is removed, too, since it may be the name of somebody who was erased; except words that are to stay.
    private static async Task Remove(AppDb db, IReadOnlyList<long> ids, IEnumerable<string> staying)
    {
        var all = JsonSerializer.Serialize(ids);
        var texts = await db
            .Database.SqlQuery<string>(
                $"""SELECT "Title" || ' ' || "Text" AS "Value" FROM "SearchText" WHERE rowid IN (SELECT value FROM json_each({all}))"""
            )
            .ToListAsync();
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchText" WHERE rowid IN (SELECT value FROM json_each({all}))""");
        var words = Known(texts.SelectMany(t => t.Split(' ')).Except(staying));
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM "SearchWords" WHERE "Word" IN (SELECT value FROM json_each({words}))
            AND NOT EXISTS (SELECT 1 FROM "SearchText" WHERE "SearchText" MATCH '"' || "SearchWords"."Word" || '"')
            """
        );
    }

    private static Task Remember(AppDb db, IEnumerable<string> all)
    {
        var words = Known(all);
        return db.Database.ExecuteSqlAsync($"""INSERT OR IGNORE INTO "SearchWords" SELECT value FROM json_each({words})""");
    }

    private static string Known(IEnumerable<string> words) =>
        JsonSerializer.Serialize(words.Where(w => w.Length > IndexedPrefix && w[0] != '_').Distinct());

    protected override async Task<string> Expression(AppDb db, IReadOnlyList<Term> terms, IReadOnlyList<string[]> marks, bool wide)
    {
        // FTS5 steps through all lists at once, each to where the furthest stands: a customer's or the public's texts are few and lead the
        // way.
        var match = marks.Select(group => AnyOf(group)).ToList();
        var words = new List<string>();
        foreach (var term in terms)
            words.Add(await Expression(db, term));
        // All texts of a company are many, and each step in their list is dear: they are checked only on rows with all the words. A word
        // that no text has keeps the words in a branch of their own, which would otherwise be merged with the marks.
        if (wide && words.Count > 1)
            match.Add($"(({string.Join(" AND ", words)}) OR {Quote(Never)})");
        else
            match.AddRange(words);
        return string.Join(" AND ", match);
    }

    private static async Task<string> Expression(AppDb db, Term term)
    {
        if (!term.IsPrefix || term.Words.Count > 1)
            return Quote(string.Join(' ', term.Words)) + (term.IsPrefix ? "*" : "");
        var start = term.Words[0];
        if (start.EnumerateRunes().Count() <= IndexedPrefix)
            return Quote(start) + "*";
        var words = await PlainRead.List<string>(
            db,
            """SELECT "Word" FROM "SearchWords" WHERE "Word" >= @start AND "Word" < @end LIMIT @most""",
            ("@start", start),
            ("@end", start + "\U0010FFFF"),
            ("@most", MaxWords + 1)
        );
        return words.Count switch
        {
            0 => Quote(start),
            > MaxWords => Quote(start) + "*",
            _ => AnyOf(words),
        };
    }

    private static string AnyOf(IReadOnlyList<string> words) =>
        words.Count == 1 ? Quote(words[0]) : new StringBuilder().Append('(').AppendJoin(" OR ", words.Select(Quote)).Append(')').ToString();

    // Folded words hold letters and digits only; the quotes keep AND, OR, NOT and NEAR from meaning anything.
    private static string Quote(string words) => "\"" + words.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
