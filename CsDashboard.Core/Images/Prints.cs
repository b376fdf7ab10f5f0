using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>
/// Pictures as they are sent: in one of the presets, made when the first one asks and kept. Who may see which is said by signed addresses
/// (<see cref="PictureAddresses"/>), or by the room that shows it.
/// </summary>
public sealed class Prints(Store store, IFileStore files, DarkroomLine line)
{
    // Of each company's prints; the oldest go first, and are made again when somebody looks.
    internal const long Room = 1024L * 1024 * 1024;
    private const int AtOnce = 200;

    /// <summary>The bytes of a print, of the actor's company. NotFound. Dispose the stream.</summary>
    public async Task<Stream> Open(Actor actor, Guid picture, Preset preset, PrintFormat format, CancellationToken cancellation = default)
    {
        var key = PrintKeys.Of(picture, preset, format);
        return await files.Get(actor.TenantId, key, cancellation)
            ?? await line.Run(
                async () =>
                    await files.Get(actor.TenantId, key, cancellation) ?? await Make(actor, picture, preset, format, key, cancellation),
                cancellation
            );
    }

    /// <summary>Removes the oldest prints of a company that has more than their room; for the schedule.</summary>
    public async Task RemoveOldest(Actor company, long room = Room)
    {
        List<PicturePrint> old;
        await using (var db = store.Open(company))
        {
            var over = await db.PicturePrints.SumAsync(p => p.Size) - room;
            old = over <= 0 ? [] : await db.PicturePrints.OrderBy(p => p.MadeAt).ThenBy(p => p.PictureId).Take(AtOnce).ToListAsync();
            old = [.. old.TakeWhile(p => (over -= p.Size) > -p.Size)];
        }
        foreach (var print in old)
        {
            await store.Write(
                company,
                db =>
                    db.PicturePrints.Where(p => p.PictureId == print.PictureId && p.Preset == print.Preset && p.Format == print.Format)
                        .ExecuteDeleteAsync()
            );
            await files.Delete(company.TenantId, PrintKeys.Of(print.PictureId, print.Preset, print.Format));
        }
    }

    private async Task<Stream> Make(
        Actor actor,
        Guid picture,
        Preset preset,
        PrintFormat format,
        string key,
        CancellationToken cancellation
    )
    {
        await using (var db = store.Open(actor))
            if (!await db.Pictures.AnyAsync(p => p.Id == picture, cancellation))
                throw Refusal.NotFound();
        var original = await Original(actor, picture, cancellation) ?? throw Refusal.NotFound();
        var print = Darkroom.Prints(original, [(preset, format)])[0];
        await files.Put(actor.TenantId, key, new MemoryStream(print.Bytes), cancellation);
        // It may have gone meanwhile, or its print have been lost and noted already.
        var isThere = await store.Write(
            Actor.System(actor.TenantId, actor.Clock),
            async db =>
            {
                await db
                    .PicturePrints.Where(p => p.PictureId == picture && p.Preset == preset && p.Format == format)
                    .ExecuteDeleteAsync(CancellationToken.None);
                if (!await db.Pictures.AnyAsync(p => p.Id == picture, CancellationToken.None))
                    return false;
                PictureFiles.Note(db, picture, [print]);
                return true;
            },
            CancellationToken.None
        );
        if (isThere)
            return new MemoryStream(print.Bytes);
        await files.Delete(actor.TenantId, key, CancellationToken.None);
        throw Refusal.NotFound();
    }

    private async Task<byte[]?> Original(Actor actor, Guid picture, CancellationToken cancellation)
    {
        await using var content = await files.Get(actor.TenantId, PrintKeys.Original(picture), cancellation);
        if (content is null)
            return null;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
