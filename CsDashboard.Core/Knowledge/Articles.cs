using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>
/// The help centre. Reading needs no account: a visitor reads as the company that visitors belong to. Internal articles are read by staff
/// alone, in <see cref="All"/>, <see cref="Whole"/> and <see cref="ForStaff"/>.
/// </summary>
public sealed partial class Articles(Store store, Tenants tenants, ISearchIndex index, MissedSearches missed)
{
    /// <summary>
    /// The actor for somebody without an account: sees the published articles of the default company. Null before set-up.
    /// </summary>
    public async Task<Actor?> Visitor(TimeProvider clock) => await tenants.Default() is { } tenant ? Actor.System(tenant, clock) : null;

    /// <summary>All published articles in the language (else the other one), by category and title.</summary>
    public async Task<IReadOnlyList<ArticleRow>> List(Actor actor, string language, string? category = null)
    {
        await using var db = store.Open(actor);
        var articles = await db
            .PublicArticles.Where(a => category == null || a.Category == category)
            .Include(a => a.Texts)
            .OrderBy(a => a.Category)
            .Take(500)
            .ToListAsync();
        return
        [
            .. articles
                .Select(a => RowOf(a, language))
                .OrderBy(a => a.Category, StringComparer.Ordinal)
                .ThenBy(a => a.Title, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>
    /// Published articles that contain all the words, in either language, best first; if there are none, those with the text in their
    /// title. Shown in the language, else the other one.
    /// </summary>
    public async Task<IReadOnlyList<ArticleRow>> Search(Actor actor, string? text, string language, int limit = 20)
    {
        await using var db = store.Open(actor);
        return [.. (await Matching(db, text, limit)).Select(a => RowOf(a, language))];
    }

    /// <summary>Published articles for a question as people ask it, best first: not all of its words need to stand in them.</summary>
    public async Task<IReadOnlyList<ArticleRow>> Answering(Actor actor, string question, string language, int limit) =>
        ArticleMatch.Best(
            await List(actor, language),
            question,
            (await Search(actor, question, language, limit)).Select(a => a.Id).ToHashSet(),
            limit
        );

    /// <summary>
    /// The same for a question that somebody has sent off. One for which there is no answer is counted (<see cref="MissedSearches"/>).
    /// </summary>
    public async Task<IReadOnlyList<ArticleRow>> Ask(Actor actor, string question, string language, int limit)
    {
        var found = await Answering(actor, question, language, limit);
        if (found.Count == 0)
            await missed.Note(actor, question, language);
        return found;
    }

    /// <summary>
    /// What <see cref="Search"/> finds, with the whole text; all, by category, when nothing is asked for. At most 50. What is not found is
    /// counted.
    /// </summary>
    public async Task<IReadOnlyList<ArticleView>> Read(Actor actor, string? text, string language)
    {
        await using var db = store.Open(actor);
        var articles = string.IsNullOrWhiteSpace(text)
            ? await db.PublicArticles.Include(a => a.Texts).OrderBy(a => a.Category).ThenBy(a => a.Slug).Take(50).ToListAsync()
            : await Matching(db, text, 50);
        if (articles.Count == 0)
            await missed.Note(actor, text, language);
        return [.. articles.Select(a => ViewOf(a, language))];
    }

    private async Task<IReadOnlyList<Article>> Matching(AppDb db, string? text, int limit)
    {
        if (Sought.For(text) is not { } sought)
            return [];
        var ids = (await Hit(db, text!, Audience.Public)).Distinct().Take(Math.Clamp(limit, 1, 50)).ToList();
        if (ids.Count == 0)
            ids = [.. (await Titled(db.PublicArticles.OrderBy(a => a.Slug), sought)).Take(Math.Clamp(limit, 1, 50))];
        var articles = await db.PublicArticles.Where(a => ids.Contains(a.Id)).Include(a => a.Texts).ToListAsync();
        return [.. articles.OrderBy(a => ids.IndexOf(a.Id))];
    }

    // The articles in which the words stand, best first; one comes once for each of its texts.
    private async Task<IEnumerable<Guid>> Hit(AppDb db, string text, Audience audience)
    {
        var hits = await index.Find(
            db,
            new SearchQuery(text, audience)
            {
                Kinds = [ArticleIndex.Kind],
                Limit = 50,
                BestFirst = true,
            }
        );
        return hits.Select(h => h.ParentId).OfType<Guid>();
    }

    // Articles are few enough to search by title; each title by itself, since each language is a text of its own.
    private static async Task<IReadOnlyList<Guid>> Titled(IQueryable<Article> articles, Sought sought) => [.. (
                await articles
                    .Select(a => new
                    {
                        a.Id,
                        a.Slug,
                        Titles = a.Texts.Select(t => t.Title).ToList(),
                    })
                    .ToListAsync()
            ).Where(a => a.Titles.Exists(title => sought.In(title, a.Slug))).Select(a => a.Id)];

    /// <summary>A published article by its slug, in the language or else the other one. NotFound.</summary>
    public async Task<ArticleView> Get(Actor actor, string slug, string language)
    {
        await using var db = store.Open(actor);
        var article = await db.PublicArticles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Slug == slug) ?? throw Refusal.NotFound();
        return ViewOf(article, language);
    }

    /// <summary>Counts that somebody opened it.</summary>
    public Task Viewed(Actor actor, Guid articleId) =>
        store.Write(
            actor,
            async db =>
            {
                var article = await db.PublicArticles.SingleOrDefaultAsync(a => a.Id == articleId) ?? throw Refusal.NotFound();
                article.Views++;
            }
        );

    /// <summary>Counts a reader's yes or no.</summary>
    public Task Vote(Actor actor, Guid articleId, bool helpful) =>
        store.Write(
            actor,
            async db =>
            {
                var article = await db.PublicArticles.SingleOrDefaultAsync(a => a.Id == articleId) ?? throw Refusal.NotFound();
                if (helpful)
                    article.Helpful++;
                else
                    article.NotHelpful++;
            }
        );

    /// <summary>Somebody was about to open a ticket and found the answer instead.</summary>
    public Task Solved(Actor actor, Guid articleId, string query) =>
        store.Write(
            actor,
            async db =>
            {
                var article = await db.PublicArticles.SingleOrDefaultAsync(a => a.Id == articleId) ?? throw Refusal.NotFound();
                article.Solved++;
                db.Record(new ArticleSolved(article.Id, article.Slug, query.Length > 255 ? query[..255] : query));
            }
        );

    private static ArticleView ViewOf(Article article, string language)
    {
        var text = article.TextFor(language);
        return new ArticleView
        {
            Id = article.Id,
            Slug = article.Slug,
            Category = article.Category,
            Language = text.Language,
            Title = text.Title,
            Body = text.Body,
            Helpful = article.Helpful,
            NotHelpful = article.NotHelpful,
            UpdatedAt = article.UpdatedAt,
        };
    }

    internal static ArticleRow RowOf(Article article, string language)
    {
        var text = article.TextFor(language);
        var plain = text
            .Body.ReplaceLineEndings(" ")
            .Replace("#", "", StringComparison.Ordinal)
            .Replace("*", "", StringComparison.Ordinal)
            .Trim();
        return new ArticleRow(
            article.Id,
            article.Slug,
            article.Category,
            text.Language,
            text.Title,
            plain.Length > 160 ? plain[..160] + "…" : plain
        );
    }
}
