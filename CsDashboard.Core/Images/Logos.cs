using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>What a company is recognised by: it stands beside its name wherever that heads a page.</summary>
public sealed class Logos(Store store, Pictures pictures, PictureAddresses addresses)
{
    private readonly CompanyMemory<Logo> logos = new(store, Read);

    /// <summary>Shows this as the company's logo from now on. Admins; refuses what <see cref="Pictures.Upload"/> refuses.</summary>
    public async Task Show(Actor actor, string? name, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(PictureRights.Manage);
        var id = await pictures.Bring(actor, name, content, (PictureFor.Logo, actor.TenantId), cancellation);
        await Only(actor, id);
    }

    /// <summary>Shows the product's mark again. Admins.</summary>
    public async Task Hide(Actor actor)
    {
        actor.Demand(PictureRights.Manage);
        await Only(actor, null);
    }

    /// <summary>Where it lies; null for a company that has none.</summary>
    public async Task<string?> Of(Actor actor) =>
        (await logos.Get(actor)).Picture is { } id ? addresses.Of(actor.TenantId, id, Preset.Badge) : null;

    private async Task Only(Actor actor, Guid? id)
    {
        var before = await store.Write(
            actor,
            db =>
            {
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, actor.TenantId));
                return PictureUses.TakeBack(db, PictureFor.Logo, actor.TenantId, id);
            }
        );
        logos.Set(actor.TenantId, new(id));
        foreach (var old in before)
            await pictures.Remove(actor, old);
    }

    private static async Task<Logo> Read(AppDb db) =>
        new(
            await db
                .PictureUses.Where(u => u.For == PictureFor.Logo)
                .OrderByDescending(u => u.CreatedAt)
                .Select(u => (Guid?)u.PictureId)
                .FirstOrDefaultAsync()
        );

    private sealed record Logo(Guid? Picture);
}
