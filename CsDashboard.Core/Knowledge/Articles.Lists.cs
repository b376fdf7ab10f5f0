using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

// What staff see of articles, internal ones too.
public sealed partial class Articles
{
    private const int AtMost = 500;

    /// <summary>
    /// The articles of the company, drafts and internal ones too, the last changed first; with a text those that have its words, or parts
    /// of words, in a title or an address. At most 500.
    /// </summary>
    public async Task<IReadOnlyList<ArticleCard>> All(Actor actor, string? text, string language, ArticleShelf shelf = ArticleShelf.All)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        var those = On(db.Articles, shelf);
        if (Sought.For(text) is { } sought)
        {
            var ids = (await Titled(those.OrderByDescending(a => a.UpdatedAt), sought)).Take(AtMost).ToList();
            those = those.Where(a => ids.Contains(a.Id));
        }
        var articles = await those.OrderByDescending(a => a.UpdatedAt).Take(AtMost).Include(a => a.Texts).ToListAsync();
        return [.. articles.Select(a => CardOf(a, language))];
    }

    /// <summary>How many articles stand on each shelf.</summary>
    public async Task<IReadOnlyDictionary<ArticleShelf, int>> Shelves(Actor actor)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        var counts = new Dictionary<ArticleShelf, int>();
        foreach (var shelf in Enum.GetValues<ArticleShelf>())
            counts[shelf] = await On(db.Articles, shelf).CountAsync();
        return counts;
    }

    private static IQueryable<Article> On(IQueryable<Article> articles, ArticleShelf shelf) =>
        shelf switch
        {
            ArticleShelf.Draft => articles.Where(a => !a.IsPublished && a.ArchivedAt == null),
            ArticleShelf.Published => articles.Where(a => a.IsPublished),
            ArticleShelf.Archived => articles.Where(a => !a.IsPublished && a.ArchivedAt != null),
            ArticleShelf.Internal => articles.Where(a => a.IsInternal),
            ArticleShelf.Due => articles.Where(a => a.IsDue && a.ArchivedAt == null),
            ArticleShelf.OneLanguage => articles.Where(a => a.ArchivedAt == null && a.Texts.Count == 1),
            ArticleShelf.All => articles,
        };

    /// <summary>An article as <see cref="Save"/> takes it. NotFound.</summary>
    public async Task<ArticleInput> Whole(Actor actor, Guid id)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        return InputOf(await Find(db, id));
    }

    /// <summary>What is said of an article beside its text. NotFound.</summary>
    public async Task<ArticleCard> Card(Actor actor, Guid id, string language)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        return CardOf(await Find(db, id), language);
    }

    /// <summary>
    /// Published articles that have all the words, best first; those that are opened most when there are none. For an answer to a customer
    /// without the internal ones. In the language, else the other one; at most <paramref name="limit"/>.
    /// </summary>
    public async Task<IReadOnlyList<FoundArticle>> ForStaff(Actor actor, string? text, string language, bool withInternal, int limit)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        var those = withInternal ? db.Articles.Where(a => a.IsPublished) : db.PublicArticles;
        if (Sought.For(text) is not { } sought)
        {
            var usual = await those.OrderByDescending(a => a.Views).ThenBy(a => a.Slug).Take(limit).Include(a => a.Texts).ToListAsync();
            return [.. usual.Select(a => FoundOf(a, language))];
        }
        var named = await Titled(those.OrderByDescending(a => a.Views).ThenBy(a => a.Slug), sought);
        var hits = await Hit(db, text!, withInternal ? Audience.Staff : Audience.Public);
        var ids = named.Concat(hits).Distinct().Take(limit).ToList();
        var found = await those.Where(a => ids.Contains(a.Id)).Include(a => a.Texts).ToListAsync();
        return [.. found.OrderBy(a => ids.IndexOf(a.Id)).Select(a => FoundOf(a, language))];
    }

    private static FoundArticle FoundOf(Article article, string language)
    {
        var text = article.TextFor(language);
        return new(article.Id, article.Slug, text.Language, text.Title, article.IsInternal);
    }

    private static ArticleCard CardOf(Article a, string language)
    {
        var text = a.TextFor(language);
        return new ArticleCard
        {
            Id = a.Id,
            Slug = a.Slug,
            Category = a.Category,
            Language = text.Language,
            Title = text.Title,
            Languages = [.. a.Texts.Select(t => t.Language).Order()],
            Stage = a.Stage,
            IsInternal = a.IsInternal,
            FaqPlace = a.FaqPlace,
            Views = a.Views,
            Helpful = a.Helpful,
            NotHelpful = a.NotHelpful,
            Solved = a.Solved,
            UpdatedAt = a.UpdatedAt,
            PublishAt = a.PublishAt,
            ArchiveAt = a.ArchiveAt,
            VerifyBy = a.VerifyBy,
            IsDue = a.IsDue,
        };
    }

    private static ArticleInput InputOf(Article article)
    {
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
            Internal = article.IsInternal,
            PublishAt = article.PublishAt,
            ArchiveAt = article.ArchiveAt,
            OwnerId = article.OwnerId,
            VerifyBy = article.VerifyBy,
            FaqPlace = article.FaqPlace,
            Seen = article.UpdatedAt,
        };
    }
}
