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
            found = await db.Returns.SingleOrDefaultAsync(r => r.Number == number, cancellation) ?? throw Refusal.NotFound();
            actor.DemandFor(found.CustomerId, MarketRights.Sell);
            if (!found.Status.IsOpen())
                throw Refusal.Conflict(Words.Of("Return_Final", found.Number, Word.Of(found.Status)), "return_step");
            if (await Of(db, [found.Id]).CountAsync(cancellation) >= Most)
                throw Refusal.Conflict(Words.Of("Return_Photos", Most));
        }
        await pictures.Bring(actor, Name, content, (PictureFor.Return, found.Id), cancellation);
        await store.Write(
            actor,
            db =>
            {
                db.AnnounceAfterCommit(Topic.Customer(actor.TenantId, found.CustomerId));
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Marketplace"));
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
    }

    internal static IQueryable<PictureUse> Of(AppDb db, IReadOnlyCollection<Guid> returns) =>
        db
            .PictureUses.AsNoTracking()
            .Where(u => u.For == PictureFor.Return && returns.Contains(u.SubjectId))
            .OrderBy(u => u.Place)
            .ThenBy(u => u.CreatedAt);
}
