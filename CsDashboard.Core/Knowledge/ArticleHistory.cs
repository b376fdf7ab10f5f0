using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>The versions of articles. Each was recorded when it was written, so that is what is read.</summary>
public sealed class ArticleHistory(Store store, Articles articles)
{
    private const int AtMost = 200,
        MaxLines = 1_000;

    /// <summary>Newest first, at most 200; what changed only what is said beside the text is one, too. NotFound.</summary>
    public async Task<IReadOnlyList<ArticleVersion>> Of(Actor actor, Guid articleId)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        await Demand(db, articleId);
        var written = Written(db, articleId);
        var count = await written.CountAsync();
        var newest = await written.OrderByDescending(e => e.Id).Take(AtMost).ToListAsync();
        return
        [
            .. newest
                .Select((e, i) => (Row: e, Number: count - i, Event: e.Happening() as ArticleWritten))
                .Where(v => v.Event is not null)
                .Select(v => new ArticleVersion(
                    v.Row.Id,
                    v.Number,
                    v.Row.At,
                    v.Row.ActorName,
                    v.Event!.Facts?.Stage ?? (v.Event.Published ? ArticleStage.Published : ArticleStage.Draft),
                    v.Event.Texts[0].Title
                )),
        ];
    }

    /// <summary>What a version and the article as it stands now have differently, each language by itself. NotFound.</summary>
    public async Task<IReadOnlyList<ArticleChange>> Compare(Actor actor, Guid articleId, long version)
    {
        var now = await articles.Whole(actor, articleId);
        var then = await Version(actor, articleId, version);
        return
        [
            .. new[] { ("en", now.Title, now.Body), ("ar", now.TitleAr, now.BodyAr) }
                .Select(t => new ArticleChange(
                    t.Item1,
                    Between(then.Texts.FirstOrDefault(text => text.Language == t.Item1), t.Item2, t.Item3)
                ))
                .Where(c => c.Lines.Count > 0),
        ];
    }

    /// <summary>
    /// Writes the texts of a version again, as a new one; what is said beside them stays. Forbidden for an agent where people read the
    /// article; NotFound.
    /// </summary>
    public async Task Restore(Actor actor, Guid articleId, long version)
    {
        var input = await articles.Whole(actor, articleId);
        var then = await Version(actor, articleId, version);
        var (english, arabic) = (then.Texts.FirstOrDefault(t => t.Language == "en"), then.Texts.FirstOrDefault(t => t.Language == "ar"));
        (input.Title, input.Body, input.TitleAr, input.BodyAr) = (english?.Title, english?.Body, arabic?.Title, arabic?.Body);
        await articles.Save(actor, articleId, input);
    }

    private async Task<ArticleWritten> Version(Actor actor, Guid articleId, long version)
    {
        await using var db = store.Open(actor);
        return (await Written(db, articleId).SingleOrDefaultAsync(e => e.Id == version))?.Happening() as ArticleWritten
            ?? throw Refusal.NotFound();
    }

    private static async Task Demand(AppDb db, Guid articleId)
    {
        if (!await db.Articles.AnyAsync(a => a.Id == articleId))
            throw Refusal.NotFound();
    }

    private static IQueryable<StoredEvent> Written(AppDb db, Guid articleId) =>
        db.Events.Where(e => e.SubjectId == articleId && e.Kind == nameof(ArticleWritten));

    // Lines that both have at the beginning and the end are left out before the rest is compared, since comparing costs their product.
    private static IReadOnlyList<DiffLine> Between(ArticleTextState? then, string? title, string? body)
    {
        var (before, after) = (LinesOf(then?.Title, then?.Body), LinesOf(title, body));
        if (before.SequenceEqual(after))
            return [];
        var begin = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(before.Count, after.Count) - begin;
        var end = before
            .AsEnumerable()
            .Reverse()
            .Zip(after.AsEnumerable().Reverse())
            .Take(most)
            .TakeWhile(p => p.First == p.Second)
            .Count();
        return
        [
            .. Same(before.Take(begin).TakeLast(Around)),
            .. Differences.Between(Part(before, begin, end), Part(after, begin, end)),
            .. Same(before.Skip(before.Count - end).Take(Around)),
        ];
    }

    private const int Around = 2;

    private static IEnumerable<DiffLine> Same(IEnumerable<string> lines) => lines.Select(line => new DiffLine(DiffKind.Same, line));

    private static List<string> Part(List<string> lines, int begin, int end) => [.. lines[begin..^end].Take(MaxLines)];

    private static List<string> LinesOf(string? title, string? body) =>
        title is null ? [] : [title, .. (body ?? "").ReplaceLineEndings("\n").Split('\n')];
}
