using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

// What staff do with articles: agents draft, admins publish.
public sealed partial class Articles
{
    /// <summary>
    /// Writes an article, a new one without an id, and gives its id. Invalid without a language, for a title without its text or the other
    /// way round, for a malformed or taken address, for a time that has passed, an owner who is none of the staff, and for a place among
    /// the frequent questions outside 0 to 1,000 or in a category that isn't one of their six; Forbidden for an agent where it would change
    /// what people read; Conflict <c>article_changed</c> when somebody changed it since <see cref="ArticleInput.Seen"/>; NotFound.
    /// </summary>
    public async Task<Guid> Save(Actor actor, Guid? id, ArticleInput input)
    {
        actor.Demand(KnowledgeRights.Draft);
        input.Checked();
        var texts = ArticleChecks.Texts(input);
        ArticleChecks.DemandPlace(input);
        ArticleChecks.DemandTimes(actor, input);
        return await store.Write(
            actor,
            async db =>
            {
                var article = id is { } known ? await Find(db, known) : null;
                if (article is not null && input.Seen is { } seen && article.UpdatedAt != seen)
                    throw Refusal.Conflict(Words.Of("Article_Changed"), "article_changed");
                DemandPublisher(actor, article, input.Publish || input.PublishAt is not null || input.ArchiveAt != article?.ArchiveAt);
                await DemandOwner(db, input.OwnerId);
                var before = article is null ? null : StateOf(article);
                article ??= await Begin(db, input);
                Describe(article, input);
                await Rewrite(db, article, texts);
                await Record(db, article, before);
                return article.Id;
            }
        );
    }

    /// <summary>
    /// Takes it out of the help centre and out of the way; its text stays. Safe to repeat. NotFound.
    /// </summary>
    public Task Archive(Actor actor, Guid id) =>
        Turn(
            actor,
            id,
            article =>
            {
                if (article.Stage == ArticleStage.Archived)
                    return false;
                article.Archive(actor.Now);
                return true;
            }
        );

    /// <summary>Makes a draft of it again, from wherever it is. Safe to repeat. NotFound.</summary>
    public Task Withdraw(Actor actor, Guid id) =>
        Turn(
            actor,
            id,
            article =>
            {
                if (article.Stage == ArticleStage.Draft)
                    return false;
                article.Withdraw();
                return true;
            }
        );

    /// <summary>Somebody has looked through it and found it right; it is to be checked again on that day, or never. NotFound.</summary>
    public Task Verify(Actor actor, Guid id, DateOnly? next)
    {
        actor.Demand(KnowledgeRights.Draft);
        ArticleChecks.DemandDay(actor, next);
        return Change(
            actor,
            id,
            article =>
            {
                article.Verify(next);
                return true;
            }
        );
    }

    private Task Turn(Actor actor, Guid id, Func<Article, bool> act)
    {
        actor.Demand(KnowledgeRights.Publish);
        return Change(actor, id, act);
    }

    private Task Change(Actor actor, Guid id, Func<Article, bool> act) =>
        store.Write(
            actor,
            async db =>
            {
                var article = await Find(db, id);
                var before = StateOf(article);
                if (act(article))
                    await Record(db, article, before);
            }
        );

    private static async Task<Article> Find(AppDb db, Guid id) =>
        await db.Articles.Include(a => a.Texts).SingleOrDefaultAsync(a => a.Id == id) ?? throw Refusal.NotFound();

    private static async Task<Article> Begin(AppDb db, ArticleInput input)
    {
        var slug = ArticleChecks.Slug(input);
        if (await db.Articles.AnyAsync(a => a.Slug == slug))
            throw Refusal.Invalid("slug", Words.Of("Slug_Taken", slug));
        var article = new Article
        {
            Slug = slug,
            Category = input.Category!.Trim(),
            CreatedAt = db.Actor.Now,
        };
        db.Articles.Add(article);
        return article;
    }

    private static void Describe(Article article, ArticleInput input)
    {
        if (input.Publish)
            article.Publish();
        else if (article.IsPublished)
            article.Withdraw();
        (article.Category, article.IsInternal, article.FaqPlace) = (input.Category!.Trim(), input.Internal, input.FaqPlace);
        article.OwnerId = input.OwnerId;
        (article.PublishAt, article.ArchiveAt) = (
            input.Publish ? null : input.PublishAt?.ToUniversalTime(),
            input.ArchiveAt?.ToUniversalTime()
        );
        article.Verify(input.VerifyBy);
    }

    private async Task Rewrite(AppDb db, Article article, List<(string Language, string Title, string Body)> texts)
    {
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
                // Its key is known before it is saved: added to the article alone, it would be taken for one that is there.
                db.Add(
                    new ArticleText
                    {
                        ArticleId = article.Id,
                        Language = language,
                        Title = title,
                        Body = body,
                    }
                );
        }
    }

    /// <summary>Inside a write, after a change: it gets its time, its pictures are shown to whom it is, and it is in the history.</summary>
    internal static async Task Record(AppDb db, Article article, ArticleState? before)
    {
        article.Changed(db.Actor.Now);
        var after = StateOf(article);
        await ArticlePictures.Tie(db, article, before);
        db.Record(
            new ArticleWritten(article.Id, after.Slug, after.Published, after.Texts, before, after.Category, after.FaqPlace, after.Facts)
        );
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Knowledge"));
    }

    private static void DemandPublisher(Actor actor, Article? article, bool publishes)
    {
        if ((publishes || article is { NeedsPublisher: true }) && !actor.May(KnowledgeRights.Publish))
            throw Refusal.Forbidden(Words.Of("Article_Publisher"));
    }

    private static async Task DemandOwner(AppDb db, Guid? owner)
    {
        if (owner is { } id && await Recipients.OfUser(db, id) is not { CustomerId: null })
            throw Refusal.Invalid("ownerId", Words.Of("Article_Owner"));
    }

    internal static ArticleState StateOf(Article article) =>
        new(
            article.Slug,
            article.IsPublished,
            [.. article.Texts.OrderByDescending(t => t.Language).Select(t => new ArticleTextState(t.Language, t.Title, t.Body))],
            article.Category,
            article.FaqPlace,
            new ArticleFacts(article.Stage, article.IsInternal, article.PublishAt, article.ArchiveAt, article.VerifyBy, article.OwnerId)
        );
}
