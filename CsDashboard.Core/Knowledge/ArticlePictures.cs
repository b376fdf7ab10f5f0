using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>Pictures of the library that articles show: uploaded by staff, seen by those who may read an article that shows them.</summary>
public sealed class ArticlePictures(Store store, IFileStore files, Pictures pictures, Prints prints)
{
    /// <summary>
    /// Keeps a picture and gives its id, by which texts name it. Refuses what <see cref="Pictures.Upload"/> refuses. If it breaks off,
    /// nothing remains.
    /// </summary>
    public async Task<Guid> Upload(Actor actor, string? originalName, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(KnowledgeRights.Draft);
        actor.DemandUser();
        return await pictures.Bring(actor, originalName, content, null, cancellation);
    }

    /// <summary>
    /// A picture as it stands in a text: for anybody while an article that everybody may read shows it, else for staff. NotFound. Dispose
    /// the stream.
    /// </summary>
    public async Task<(bool IsPublic, Stream Content)> Open(
        Actor actor,
        Guid id,
        PrintFormat format,
        CancellationToken cancellation = default
    )
    {
        if (await Audience(actor, id) is not { } isPublic)
        {
            await TakeIn(Actor.System(actor.TenantId, actor.Clock), id);
            isPublic = await Audience(actor, id) ?? throw Refusal.NotFound();
        }
        // A visitor acts as the product itself, which may everything: only people are asked for their right.
        if (!isPublic && (actor.UserId is null || !actor.May(KnowledgeRights.Draft)))
            throw Refusal.NotFound();
        return (isPublic, await prints.Open(actor, id, Preset.Page, format, cancellation));
    }

    // Whether everybody may see it; null when it is not in the library.
    private async Task<bool?> Audience(Actor actor, Guid id)
    {
        await using var db = store.Open(actor);
        var uses = db.PictureUses;
        return await db
            .Pictures.Where(p => p.Id == id)
            .Select(p => (bool?)uses.Any(u => u.PictureId == id && u.For == PictureFor.Article && u.IsPublic))
            .SingleOrDefaultAsync();
    }

    /// <summary>
    /// Inside a write that changed the article: those that it shows are for whom it is. Those that it showed before stay with it, since an
    /// earlier version may come back, but for staff alone.
    /// </summary>
    internal static async Task Tie(AppDb db, Article article, ArticleState? before)
    {
        var shown = article.Texts.SelectMany(t => ArticlePicture.In(t.Body)).ToHashSet();
        var named = shown.Union(before?.Texts.SelectMany(t => ArticlePicture.In(t.Body)) ?? []).ToList();
        if (named.Count == 0)
            return;
        foreach (var id in await db.Pictures.Where(p => named.Contains(p.Id)).Select(p => p.Id).ToListAsync())
            (await PictureUses.Add(db, id, PictureFor.Article, article.Id)).IsPublic = article.IsPublic && shown.Contains(id);
    }

    /// <summary>Brings all pictures from before into the library; for the schedule.</summary>
    public async Task TakeInAll(Actor company)
    {
        List<Guid> old;
        await using (var db = store.Open(company))
            old = await db.ArticlePictures.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        foreach (var id in old)
            await TakeIn(company, id);
    }

    /// <summary>
    /// Brings a picture from before into the library, with the articles that show it. One that can't be read is left where it lies, and
    /// nobody is shown it.
    /// </summary>
    internal async Task TakeIn(Actor company, Guid id)
    {
        ArticlePicture? old;
        await using (var db = store.Open(company))
            old = await db.ArticlePictures.SingleOrDefaultAsync(p => p.Id == id);
        if (old is null || await files.Get(company.TenantId, old.Key) is not { } content)
            return;
        try
        {
            await using (content)
                await pictures.TakeIn(company, (id, old.Name, old.UploadedBy, old.CreatedAt), content, db => Move(db, old));
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.Invalid or RefusalKind.TooLarge)
        {
            return;
        }
        await files.Delete(company.TenantId, old.Key);
    }

    private static async Task Move(AppDb db, ArticlePicture old)
    {
        var name = ArticlePicture.NameOf(old.Id);
        var showing = await db.Articles.Where(a => a.Texts.Any(t => t.Body.Contains(name))).ToListAsync();
        foreach (var article in showing)
            (await PictureUses.Add(db, old.Id, PictureFor.Article, article.Id)).IsPublic = article.IsPublic;
        // An earlier version shows it, of an article that we don't look for.
        if (old.IsUsed && showing.Count == 0)
            await PictureUses.Add(db, old.Id, PictureFor.Article, old.Id);
        await db.ArticlePictures.Where(p => p.Id == old.Id).ExecuteDeleteAsync();
    }
}
