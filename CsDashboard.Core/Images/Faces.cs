using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>What people look like: each may show one picture of themselves.</summary>
public sealed class Faces(Store store, Pictures pictures, PictureAddresses addresses)
{
    // Their own name for the file is nobody's business.
    private const string Name = "portrait";

    /// <summary>Shows the actor with this picture from now on. Refuses what <see cref="Pictures.Upload"/> refuses.</summary>
    public async Task Show(Actor actor, Stream content, CancellationToken cancellation = default)
    {
        var me = actor.DemandUser();
        var id = await pictures.Bring(actor, Name, content, (PictureFor.Profile, me), cancellation);
        await Only(actor, me, id);
    }

    /// <summary>Shows the actor's initials again.</summary>
    public Task Hide(Actor actor) => Only(actor, actor.DemandUser(), null);

    /// <summary>Where the pictures of these people lie; those who show none are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Of(Actor actor, IEnumerable<Guid> people)
    {
        var ids = people.Distinct().ToList();
        if (ids.Count == 0)
            return new Dictionary<Guid, string>();
        await using var db = store.Open(actor);
        var shown = await db
            .PictureUses.Where(u => u.For == PictureFor.Profile && ids.Contains(u.SubjectId))
            .OrderBy(u => u.CreatedAt)
            .Select(u => new { u.SubjectId, u.PictureId })
            .ToListAsync();
        return shown
            .GroupBy(u => u.SubjectId)
            .ToDictionary(u => u.Key, u => addresses.Of(actor.TenantId, u.Last().PictureId, Preset.Thumbnail));
    }

    private async Task Only(Actor actor, Guid person, Guid? id)
    {
        var before = await store.Write(
            actor,
            db =>
            {
                db.AnnounceAfterCommit(Topic.User(actor.TenantId, person));
                return PictureUses.TakeBack(db, PictureFor.Profile, person, id);
            }
        );
        foreach (var old in before)
            await pictures.Remove(actor, old);
    }
}
