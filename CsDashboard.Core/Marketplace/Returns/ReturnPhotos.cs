using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Returns;

/// <summary>What customers show of what they send back.</summary>
public sealed class ReturnPhotos(Store store, Pictures pictures)
{
    /// <summary>As many of one return.</summary>
    public const int Most = 6;

    // Their own name for the file is nobody's business.
    private const string Name = "return";

    /// <summary>
    /// Adds a photo to a return that is not finished: customers to their own, staff to any. NotFound; Conflict when it is finished, or has
    /// six; and what <see cref="Pictures.Upload"/> refuses.
    /// </summary>
    public async Task Add(Actor actor, string? number, Stream content, CancellationToken cancellation = default)
    {
        Return found;
        await using (var db = store.Open(actor))
        {
            found = await Unfinished(db, number);
            if (await Of(db, [found.Id]).CountAsync(cancellation) >= Most)
                throw Refusal.Conflict(Words.Of("Return_Photos", Most));
        }
        await pictures.Bring(actor, Name, content, (PictureFor.Return, found.Id), cancellation);
        await store.Write(
            actor,
            db =>
            {
                Tell(db, found);
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
    }

    /// <summary>
    /// Takes a photo away again, from a return that is not finished: customers from their own, staff from any. NotFound; Conflict
    /// when it is
    /// finished.
    /// </summary>
    public async Task Remove(Actor actor, string? number, Guid photo)
    {
        await store.Write(
            actor,
            async db =>
            {
                var found = await Unfinished(db, number);
                var shown = db.PictureUses.Where(u => u.For == PictureFor.Return && u.SubjectId == found.Id && u.PictureId == photo);
                db.PictureUses.Remove(await shown.SingleOrDefaultAsync() ?? throw Refusal.NotFound());
                Tell(db, found);
            }
        );
        await pictures.Remove(actor, photo);
    }

    private static async Task<Return> Unfinished(AppDb db, string? number)
    {
        var found = await db.Returns.SingleOrDefaultAsync(r => r.Number == number) ?? throw Refusal.NotFound();
        db.Actor.DemandFor(found.CustomerId, MarketRights.Sell);
        return found.Status.IsOpen()
            ? found
            : throw Refusal.Conflict(Words.Of("Return_Final", found.Number, Word.Of(found.Status)), "return_step");
    }

    private static void Tell(AppDb db, Return found)
    {
        db.AnnounceAfterCommit(Topic.Customer(db.Actor.TenantId, found.CustomerId));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }

    internal static IQueryable<PictureUse> Of(AppDb db, IReadOnlyCollection<Guid> returns) =>
        db
            .PictureUses.AsNoTracking()
            .Where(u => u.For == PictureFor.Return && returns.Contains(u.SubjectId))
            .OrderBy(u => u.Place)
            .ThenBy(u => u.CreatedAt);
}
