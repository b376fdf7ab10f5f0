using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

// What admins do with articles.
public sealed partial class Articles
{
    private const int AtMost = 500,
        MaxPlace = 1_000;

    /// <summary>
    /// All articles of the company, drafts too, the last changed first; with a text those that have its words, or parts of words, in a
    /// title or an address. At most 500.
    /// </summary>
    public async Task<IReadOnlyList<ArticleCard>> All(Actor actor, string? text, string language)
    {
        actor.Demand(KnowledgeRights.Write);
        await using var db = store.Open(actor);
        IQueryable<Article> those = db.Articles;
        if (Sought.For(text) is { } sought)
        {
            var ids = (await Titled(db.Articles.OrderByDescending(a => a.UpdatedAt), sought)).Take(AtMost).ToList();
            those = those.Where(a => ids.Contains(a.Id));
        }
        var articles = await those.OrderByDescending(a => a.UpdatedAt).Take(AtMost).Include(a => a.Texts).ToListAsync();
        return
        [
            .. articles
                .Select(a => (Article: a, Text: a.TextFor(language)))
                .Select(a => new ArticleCard
                {
                    Id = a.Article.Id,
                    Slug = a.Article.Slug,
                    Category = a.Article.Category,
                    Language = a.Text.Language,
                    Title = a.Text.Title,
                    Languages = [.. a.Article.Texts.Select(t => t.Language).Order()],
                    IsPublished = a.Article.IsPublished,
                    FaqPlace = a.Article.FaqPlace,
                    Views = a.Article.Views,
                    Helpful = a.Article.Helpful,
                    NotHelpful = a.Article.NotHelpful,
                    Solved = a.Article.Solved,
                    UpdatedAt = a.Article.UpdatedAt,
                }),
        ];
    }

    /// <summary>An article as <see cref="Save"/> takes it. NotFound.</summary>
    public async Task<ArticleInput> Whole(Actor actor, Guid id)
    {
        actor.Demand(KnowledgeRights.Write);
        await using var db = store.Open(actor);
        var article = await db.Articles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id) ?? throw Refusal.NotFound();
        var (english, arabic) = (article.Texts.Find(t => t.Language == "en"), article.Texts.Find(t => t.Language == "ar"));
        return new ArticleInput
        {
            Slug = article.Slug,
            Category = article.Category,
            Title = english?.Title,
            Body = english?.Body,
            TitleAr = arabic?.Title,
            BodyAr = arabic?.Body,
            Publish = article.IsPublished,
            FaqPlace = article.FaqPlace,
            Seen = article.UpdatedAt,
        };
    }

    /// <summary>
    /// Writes an article, a new one without an id, and gives its id. Invalid without a language, for a title without its text or the other
    /// way round, for a malformed or taken address, and for a place among the frequent questions outside 0 to 1,000 or in a category that
    /// isn't one of their six; Conflict
    /// <c>article_changed</c> when somebody changed it since <see cref="ArticleInput.Seen"/>; NotFound.
    /// </summary>
    public async Task<Guid> Save(Actor actor, Guid? id, ArticleInput input)
    {
        actor.Demand(KnowledgeRights.Write);
        input.Checked();
        var texts = TextsOf(input);
        if (input.FaqPlace is < 0 or > MaxPlace)
            throw Refusal.Invalid("faqPlace", Words.Of("Number_Between", 0, MaxPlace));
        if (input.FaqPlace is not null && !Faq.CategoryIds.Contains(input.Category!.Trim()))
            throw Refusal.Invalid("faqPlace", Words.Of("Faq_Category"));
        return await store.Write(
            actor,
            async db =>
            {
                var article = id is null
                    ? null
                    : await db.Articles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id) ?? throw Refusal.NotFound();
                if (article is not null && input.Seen is { } seen && article.UpdatedAt != seen)
                    throw Refusal.Conflict(Words.Of("Article_Changed"), "article_changed");
                var before = article is null ? null : StateOf(article);
                if (article is null)
                {
                    var slug = SlugOf(input);
                    if (await db.Articles.AnyAsync(a => a.Slug == slug))
                        throw Refusal.Invalid("slug", Words.Of("Slug_Taken", slug));
                    db.Articles.Add(
                        article = new Article
                        {
                            Slug = slug,
                            Category = input.Category!.Trim(),
                            CreatedAt = actor.Now,
                        }
                    );
                }
                // Each change is later than the one before, whatever the clock says, since the time identifies the version.
                var now = actor.Now > article.UpdatedAt ? actor.Now : article.UpdatedAt.AddMilliseconds(1);
                (article.Category, article.IsPublished, article.FaqPlace, article.UpdatedAt) = (
                    input.Category!.Trim(),
                    input.Publish,
                    input.FaqPlace,
                    now
                );
                foreach (var gone in article.Texts.Where(t => texts.All(given => given.Language != t.Language)).ToList())
                {
                    article.Texts.Remove(gone);
                    await index.Remove(db, ArticleIndex.Kind, gone.Id);
                }
                foreach (var (language, title, body) in texts)
                {
                    if (article.Texts.Find(t => t.Language == language) is { } existing)
                        (existing.Title, existing.Body) = (title, body);
                    else
                        article.Texts.Add(
                            new ArticleText
                            {
                                ArticleId = article.Id,
                                Language = language,
                                Title = title,
                                Body = body,
                            }
                        );
                }
                var after = StateOf(article);
                db.Record(new ArticleWritten(article.Id, after.Slug, after.Published, after.Texts, before, after.Category, after.FaqPlace));
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Knowledge"));
                return article.Id;
            }
        );
    }

    private static List<(string Language, string Title, string Body)> TextsOf(ArticleInput input)
    {
        var texts = new List<(string, string, string)>();
        foreach (
            var (language, title, body, ofTitle, ofBody) in new[]
            {
                ("en", input.Title, input.Body, "title", "body"),
                ("ar", input.TitleAr, input.BodyAr, "titleAr", "bodyAr"),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(body))
                continue;
            if (string.IsNullOrWhiteSpace(title))
                throw Refusal.Invalid(ofTitle, Words.Of("Text_Required"));
            if (string.IsNullOrWhiteSpace(body))
                throw Refusal.Invalid(ofBody, Words.Of("Text_Required"));
            texts.Add((language, title.Trim(), body.Trim()));
        }
        return texts.Count > 0 ? texts : throw Refusal.Invalid("title", Words.Of("Article_Texts"));
    }

    private static string SlugOf(ArticleInput input)
    {
        var given = !string.IsNullOrWhiteSpace(input.Slug);
        var slug = given ? input.Slug!.Trim().ToLowerInvariant() : Hyphened(input.Title ?? "");
        return slug.Length > 0 && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? slug
            : throw Refusal.Invalid("slug", Words.Of(given ? "Slug_Bad" : "Text_Required"));
    }

    private static string Hyphened(string title)
    {
        var words = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter))
                words.Append(letter);
            else if (letter is not ('\'' or '’') && words.Length > 0 && words[^1] != '-')
                words.Append('-');
        return words.ToString().Trim('-') is { Length: > 100 } much ? much[..100].Trim('-') : words.ToString().Trim('-');
    }

    private static ArticleState StateOf(Article article) =>
        new(
            article.Slug,
            article.IsPublished,
            [.. article.Texts.OrderByDescending(t => t.Language).Select(t => new ArticleTextState(t.Language, t.Title, t.Body))],
            article.Category,
            article.FaqPlace
        );
}
