using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>Pictures that articles show: uploaded by staff, seen by those who may read an article that shows them.</summary>
public sealed class ArticlePictures(Store store, IFileStore files, FileQuota quota)
{
    public const long MaxBytes = 5 * 1024 * 1024;

    // A draft that nobody has saved may show it that long.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(30);
    private const int AtOnce = 100;

    /// <summary>
    /// Keeps a picture and gives its id, by which texts name it. Invalid for what is no picture of a kind that browsers show, or an empty
    /// file; TooLarge beyond 5 MB or the company's quota. If it breaks off, nothing remains.
    /// </summary>
    public async Task<Guid> Upload(Actor actor, string? originalName, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(KnowledgeRights.Draft);
        var uploader = actor.DemandUser();
        var name = FileKinds.ShownName(originalName ?? "");
        var type = FileKinds.TypeOf(name) is { } known && known.StartsWith("image/", StringComparison.Ordinal) ? known : null;
        if (type is null)
            throw Refusal.Invalid("file", Words.Of("Picture_Kind"));
        await using (var db = store.Open(actor))
            await quota.Demand(db, 1, cancellation);
        var counted = new CheckedContent(content, MaxBytes, name);
        return await files.Keep(
            actor.TenantId,
            counted,
            key =>
                store.Write(
                    actor,
                    async db =>
                    {
                        await quota.Demand(db, counted.Length, cancellation);
                        var picture = new ArticlePicture
                        {
                            UploadedBy = uploader,
                            Name = name,
                            ContentType = type,
                            Size = counted.Length,
                            Key = key,
                            CreatedAt = actor.Now,
                        };
                        db.ArticlePictures.Add(picture);
                        return picture.Id;
                    },
                    cancellation
                ),
            cancellation
        );
    }

    /// <summary>
    /// A picture and its bytes: for anybody while an article that everybody may read shows it, else for staff. NotFound. Dispose the
    /// stream.
    /// </summary>
    public async Task<(string ContentType, bool IsPublic, Stream Content)> Open(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        await using var db = store.Open(actor);
        var picture = await db.ArticlePictures.SingleOrDefaultAsync(p => p.Id == id, cancellation) ?? throw Refusal.NotFound();
        // A visitor acts as the product itself, which may everything: only people are asked for their right.
        if (!picture.IsPublic && (actor.UserId is null || !actor.May(KnowledgeRights.Draft)))
            throw Refusal.NotFound();
        var content = await files.Get(actor.TenantId, picture.Key, cancellation) ?? throw Refusal.NotFound();
        return (picture.ContentType, picture.IsPublic, content);
    }

    /// <summary>
    /// Inside a write that changed the article: those that it shows, or showed before, are for whom the articles are that show them.
    /// </summary>
    internal static async Task Tie(AppDb db, Article article, ArticleState? before)
    {
        var shown = article.Texts.SelectMany(t => ArticlePicture.In(t.Body)).ToHashSet();
        var ids = shown.Union(before?.Texts.SelectMany(t => ArticlePicture.In(t.Body)) ?? []).ToList();
        foreach (var picture in await db.ArticlePictures.Where(p => ids.Contains(p.Id)).ToListAsync())
        {
            var name = ArticlePicture.NameOf(picture.Id);
            picture.IsUsed = true;
            picture.IsPublic =
                article.IsPublic && shown.Contains(picture.Id)
                || await db.PublicArticles.AnyAsync(a => a.Id != article.Id && a.Texts.Any(t => t.Body.Contains(name)));
        }
    }

    /// <summary>Removes pictures that no article has ever shown; for the schedule.</summary>
    public async Task RemoveUnused(Actor company)
    {
        var limit = company.Now - Waits;
        List<ArticlePicture> left;
        await using (var db = store.Open(company))
            left = await db.ArticlePictures.Where(p => !p.IsUsed && p.CreatedAt < limit).Take(AtOnce).ToListAsync();
        foreach (var picture in left)
        {
            await store.Write(company, db => db.ArticlePictures.Where(p => p.Id == picture.Id && !p.IsUsed).ExecuteDeleteAsync());
            await files.Delete(company.TenantId, picture.Key);
        }
    }
}
