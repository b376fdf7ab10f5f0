using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>
/// tsvector, written word by word as folded, without PostgreSQL's own parser, which would split words differently. For a common
/// word the planner walks (TenantId, Id) backwards and stops early, for a rare one it takes the GIN index; its statistics
/// tell the two apart, marks included.
/// </summary>
internal sealed class PostgresSearch()
    : SearchIndex(
        """
        SELECT "Id" FROM "SearchDocs"
        WHERE "TenantId" = @tenant AND "Words" @@ @asked::tsquery AND "Id" < @before ORDER BY "Id" DESC LIMIT @most
        """
    )
{
    // Limits of the type: 16,383 positions, 256 of one word. Words beyond are found, but not as part of a quoted phrase.
    private const int MaxPosition = 16_383;
    private const int MaxPositionsOfWord = 256;

    public override async Task Prepare(AppDb db, CancellationToken cancellation)
    {
        // Every search would read through a long pending list, so it is kept short.
        await db.Database.ExecuteSqlRawAsync(
            """
            ALTER TABLE "SearchDocs" ADD COLUMN IF NOT EXISTS "Words" tsvector;
            ALTER TABLE "SearchDocs" ALTER COLUMN "Words" SET STATISTICS 1000;
            CREATE INDEX IF NOT EXISTS "IX_SearchDocs_Words" ON "SearchDocs" USING gin ("Words") WITH (gin_pending_list_limit = 256);
            CREATE INDEX IF NOT EXISTS "IX_SearchDocs_TenantId_Id" ON "SearchDocs" ("TenantId", "Id");
            """,
            cancellation
        );
    }

    protected override Task PutWords(AppDb db, IndexedText row, IReadOnlyList<string> title, IReadOnlyList<string> text, bool isNew)
    {
        var words = Vector(title, text);
        return db.Database.ExecuteSqlAsync($"""UPDATE "SearchDocs" SET "Words" = {words}::tsvector WHERE "Id" = {row.Id}""");
    }

    protected override Task PutNewWords(AppDb db, IReadOnlyList<(long Id, IReadOnlyList<string> Title, IReadOnlyList<string> Text)> rows)
    {
        var (ids, words) = (rows.Select(r => r.Id).ToArray(), rows.Select(r => Vector(r.Title, r.Text)).ToArray());
        return db.Database.ExecuteSqlAsync(
            $"""UPDATE "SearchDocs" SET "Words" = n."Words"::tsvector FROM unnest({ids}, {words}) AS n("Id", "Words") WHERE "SearchDocs"."Id" = n."Id" """
        );
    }

    // The words are a column of the row and go with it.
    protected override Task RemoveWords(AppDb db, params IReadOnlyList<long> ids) => Task.CompletedTask;

    protected override Task<string> Expression(AppDb db, IReadOnlyList<Term> terms, IReadOnlyList<string[]> marks, bool wide) =>
        Task.FromResult(
            string.Join(" & ", terms.Select(Expression).Concat(marks.Select(group => "(" + string.Join(" | ", group.Select(Quote)) + ")")))
        );

    private static string Expression(Term term) =>
        string.Join(" <-> ", term.Words.Select((word, i) => Quote(word) + (term.IsPrefix && i == term.Words.Count - 1 ? ":*" : "")));

    private static string Vector(IReadOnlyList<string> title, IReadOnlyList<string> text)
    {
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var at = 0;
        // A gap after the title, so that no phrase reaches from it into the text.
        foreach (var word in title)
            Note(word, ++at);
        at++;
        foreach (var word in text)
            Note(word, ++at);
        var vector = new StringBuilder();
        foreach (var (word, places) in positions)
            vector.Append(Quote(word)).Append(':').AppendJoin(',', places).Append(' ');
        return vector.ToString();

        void Note(string word, int place)
        {
            if (!positions.TryGetValue(word, out var places))
                positions[word] = places = [];
            if (places.Count < MaxPositionsOfWord && (place <= MaxPosition || places.Count == 0))
                places.Add(Math.Min(place, MaxPosition));
        }
    }

    // Folded words hold only letters and digits; this stays safe even if folding changes.
    private static string Quote(string word) =>
        "'" + word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";
}
