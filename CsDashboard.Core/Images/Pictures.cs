using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>
/// The company's library of pictures: every picture that the product shows of the company's own is brought, kept and given up here.
/// </summary>
public sealed partial class Pictures(Store store, IFileStore files, FileQuota quota, DarkroomLine line)
{
    /// <summary>As many in one batch.</summary>
    public const int MaxBatch = 20;

    // A draft that nobody has saved may show it that long.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(30);
    private const int AtOnce = 100;

    // What is shown first of any picture, ready when the upload is answered; other prints are made when they are asked for.
    private static readonly (Preset, PrintFormat)[] First =
    [
        (Preset.Thumbnail, PrintFormat.Webp),
        (Preset.Thumbnail, PrintFormat.Jpeg),
        (Preset.Medium, PrintFormat.Webp),
        (Preset.Medium, PrintFormat.Jpeg),
    ];

    /// <summary>
    /// Keeps a picture for a program, which gives it back with <see cref="GiveBack"/>; the same picture again is one more use of the one
    /// that is there. Invalid (file) for what is no whole picture of the four kinds or beyond a limit of <see cref="PictureLimits"/>,
    /// TooLarge beyond 10 MB or the company's quota, TooMany when very many wait. If it breaks off, nothing remains.
    /// </summary>
    public async Task<PictureView> Upload(Actor actor, string? name, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(PictureRights.Use);
        var id = await Bring(actor, name, content, (PictureFor.Program, Ids.New()), cancellation);
        return await Get(actor, id);
    }

    /// <summary>
    /// As <see cref="Upload"/>, for whatever shows it; without that it waits for something to, for thirty days. Whoever calls has checked
    /// the actor's right.
    /// </summary>
    internal async Task<Guid> Bring(
        Actor actor,
        string? name,
        Stream content,
        (PictureFor For, Guid Subject)? use,
        CancellationToken cancellation = default
    )
    {
        var shown = FileKinds.ShownName(name ?? "");
        await using (var db = store.Open(actor))
            await quota.Demand(db, 1, cancellation);
        await using var received = await ReceivedPicture.From(content, cancellation);
        return await line.Run(async () => await Keep(actor, shown, received, use, cancellation), cancellation);
    }

    /// <summary>NotFound. Whoever may use the library sees it.</summary>
    public async Task<PictureView> Get(Actor actor, Guid id)
    {
        actor.Demand(PictureRights.Use);
        await using var db = store.Open(actor);
        return await Views(db.Pictures.Where(p => p.Id == id), db).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
    }

    /// <summary>The original as it is kept, for staff alone. NotFound. Dispose the stream.</summary>
    public async Task<(string ContentType, string Name, Stream Content)> Original(
        Actor actor,
        Guid id,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(PictureRights.Use);
        await using var db = store.Open(actor);
        var picture = await db.Pictures.SingleOrDefaultAsync(p => p.Id == id, cancellation) ?? throw Refusal.NotFound();
        var content = await files.Get(actor.TenantId, PrintKeys.Original(id), cancellation) ?? throw Refusal.NotFound();
        return (picture.Kind.Kept.ContentType, picture.Name, content);
    }

    /// <summary>
    /// A program gives back one use of a picture that it brought; with the last one the picture goes. Tells how many uses are left. A
    /// Conflict where only pages show it, NotFound.
    /// </summary>
    public async Task<int> GiveBack(Actor actor, Guid id)
    {
        actor.Demand(PictureRights.Use);
        var left = await store.Write(
            actor,
            async db =>
            {
                if (!await db.Pictures.AnyAsync(p => p.Id == id))
                    throw Refusal.NotFound();
                var uses = await db.PictureUses.Where(u => u.PictureId == id).OrderBy(u => u.CreatedAt).ThenBy(u => u.Id).ToListAsync();
                if (uses.Count == 0)
                    return 0;
                var mine = uses.Find(u => u.For == PictureFor.Program) ?? throw Refusal.Conflict(Words.Of("Picture_Used"), "in_use");
                db.PictureUses.Remove(mine);
                return uses.Count - 1;
            }
        );
        if (left == 0)
            await Remove(actor, id);
        return left;
    }

    /// <summary>Says what is seen on it. Admins; Invalid for more than 300 letters, NotFound.</summary>
    public async Task Describe(Actor actor, Guid id, PictureInput input)
    {
        actor.Demand(PictureRights.Manage);
        input.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var picture = await db.Pictures.SingleOrDefaultAsync(p => p.Id == id) ?? throw Refusal.NotFound();
                var before = new PictureWords(picture.AltEn, picture.AltAr);
                var after = new PictureWords(input.AltEn, input.AltAr);
                if (picture.Describe(after.English, after.Arabic))
                    db.Record(new PictureDescribed(id, picture.Name, before, after));
            }
        );
    }

    /// <summary>Deletes a picture that nothing shows or keeps. Admins; Conflict while something does, NotFound.</summary>
    public async Task Delete(Actor actor, Guid id)
    {
        actor.Demand(PictureRights.Manage);
        await using (var db = store.Open(actor))
        {
            if (!await db.Pictures.AnyAsync(p => p.Id == id))
                throw Refusal.NotFound();
            if (await db.PictureUses.AnyAsync(u => u.PictureId == id))
                throw Refusal.Conflict(Words.Of("Picture_Used"), "in_use");
        }
        await Remove(actor, id);
    }

    /// <summary>The library, newest first, without the faces of people and what they show of their own.</summary>
    public async Task<Page<PictureView>> List(Actor actor, PictureFilter filter, string? after = null, int size = 48)
    {
        actor.Demand(PictureRights.Use);
        await using var db = store.Open(actor);
        var uses = db.PictureUses;
        var rows = filter switch
        {
            PictureFilter.All => db.Pictures,
            // A logo stands beside the name.
            PictureFilter.WithoutAlt => db.Pictures.Where(p =>
                (p.AltEn == null || p.AltAr == null) && !uses.Any(u => u.PictureId == p.Id && u.For == PictureFor.Logo)
            ),
            PictureFilter.Unused => db.Pictures.Where(p => !uses.Any(u => u.PictureId == p.Id)),
        };
        rows = rows.Where(p => !uses.Any(u => u.PictureId == p.Id && (u.For == PictureFor.Profile || u.For == PictureFor.Return)));
        if (Cursor.Read(after) is { } cursor)
            rows = rows.Where(p => p.CreatedAt < cursor.At || (p.CreatedAt == cursor.At && p.Id < cursor.Id));
        var found = await Views(rows.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(size + 1), db).ToListAsync();
        return Page.Of(found, size, p => new Cursor(p.CreatedAt, p.Id));
    }

    /// <summary>
    /// Removes a picture that nothing uses, its row first: bytes without a row are nobody's, a row without bytes is broken.
    /// </summary>
    internal async Task<bool> Remove(Actor actor, Guid id)
    {
        var gone = await store.Write(
            actor,
            async db =>
            {
                var picture = await db.Pictures.SingleOrDefaultAsync(p => p.Id == id);
                if (picture is null || await db.PictureUses.AnyAsync(u => u.PictureId == id))
                    return false;
                await db.PicturePrints.Where(p => p.PictureId == id).ExecuteDeleteAsync();
                db.Pictures.Remove(picture);
                db.Record(new PictureRemoved(id, picture.Name));
                return true;
            }
        );
        if (gone)
            await files.Drop(actor.TenantId, id);
        return gone;
    }

    /// <summary>Removes pictures that nothing has shown for long; for the schedule.</summary>
    public async Task RemoveUnused(Actor company)
    {
        var limit = company.Now - Waits;
        List<Guid> left;
        await using (var db = store.Open(company))
        {
            var uses = db.PictureUses;
            left = await db
                .Pictures.Where(p => p.CreatedAt < limit && !uses.Any(u => u.PictureId == p.Id))
                .Select(p => p.Id)
                .Take(AtOnce)
                .ToListAsync();
        }
        foreach (var id in left)
            await Remove(company, id);
    }

    private static IQueryable<PictureView> Views(IQueryable<Picture> rows, AppDb db)
    {
        var uses = db.PictureUses;
        return rows.Select(p => new PictureView
        {
            Id = p.Id,
            Name = p.Name,
            Kind = p.Kind,
            Width = p.Width,
            Height = p.Height,
            Size = p.Size,
            Sha256 = p.Sha256,
            Md5 = p.Md5,
            AltEn = p.AltEn,
            AltAr = p.AltAr,
            CreatedAt = p.CreatedAt,
            Uses = uses.Where(u => u.PictureId == p.Id)
                .OrderBy(u => u.CreatedAt)
                .ThenBy(u => u.Id)
                .Select(u => new PictureUseView(u.For, u.SubjectId))
                .ToList(),
        });
    }
}
