using System.Security.Cryptography;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>How what was sent becomes a picture of the library.</summary>
public sealed partial class Pictures
{
    /// <summary>
    /// Brings a picture that was there before, under the id by which texts name it. <paramref name="note"/> ties it to what shows it, in
    /// the same write. Refuses as <see cref="Upload"/> does.
    /// </summary>
    internal async Task TakeIn(
        Actor company,
        (Guid Id, string Name, Guid By, DateTimeOffset At) old,
        Stream content,
        Func<AppDb, Task> note
    )
    {
        await using var received = await ReceivedPicture.From(content, CancellationToken.None);
        await line.Run(
            async () =>
            {
                var bytes = await received.Bytes(CancellationToken.None);
                var made = Darkroom.Develop(bytes, First);
                var picture = Of(made, bytes, old.Name, old.By, old.At, old.Id);
                return await files.Keep(
                    company.TenantId,
                    picture.Id,
                    made,
                    async () =>
                    {
                        await store.Write(
                            company,
                            async db =>
                            {
                                if (await db.Pictures.AnyAsync(p => p.Sha256 == picture.Sha256))
                                    picture.Sha256 = null;
                                db.Pictures.Add(picture);
                                PictureFiles.Note(db, picture.Id, made.Prints);
                                await db.SaveChangesAsync();
                                await note(db);
                            }
                        );
                        return (true, true);
                    },
                    CancellationToken.None
                );
            },
            CancellationToken.None
        );
    }

    private static Picture Of(Developed made, byte[] bytes, string name, Guid? by, DateTimeOffset at, Guid id) =>
        new()
        {
            Id = id,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Md5 = Md5(bytes),
            Name = name,
            Kind = made.Kind,
            Width = made.Width,
            Height = made.Height,
            Size = made.Original.Length,
            UploadedBy = by,
            CreatedAt = at,
        };

    private async Task<Guid> Keep(
        Actor actor,
        string name,
        ReceivedPicture received,
        (PictureFor For, Guid Subject)? use,
        CancellationToken cancellation
    )
    {
        var bytes = await received.Bytes(cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        // One that is there is only used once more; unless it goes in this very moment.
        if (await store.Write(actor, db => Again(db, sha256, use), cancellation) is { } known)
            return known;
        var made = Darkroom.Develop(bytes, First);
        var picture = Of(made, bytes, name, actor.UserId, actor.Now, Ids.New());
        var space = made.Original.Length + made.Prints.Sum(p => (long)p.Bytes.Length);
        return await files.Keep(
            actor.TenantId,
            picture.Id,
            made,
            async () =>
            {
                var kept = await store.Write(
                    actor,
                    async db =>
                    {
                        // Another server may have been quicker.
                        if (await Again(db, sha256, use) is { } there)
                            return there;
                        await quota.Demand(db, space, cancellation);
                        db.Pictures.Add(picture);
                        PictureFiles.Note(db, picture.Id, made.Prints);
                        if (use is { } by)
                            db.PictureUses.Add(Use(db, picture.Id, by.For, by.Subject));
                        db.Record(new PictureAdded(picture.Id, picture.Name, picture.Width, picture.Height));
                        return picture.Id;
                    },
                    cancellation
                );
                return (kept == picture.Id, kept);
            },
            cancellation
        );
    }

    private static async Task<Guid?> Again(AppDb db, string sha256, (PictureFor For, Guid Subject)? use)
    {
        if (await db.Pictures.Where(p => p.Sha256 == sha256).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() is not { } id)
            return null;
        if (use is { } by)
            await PictureUses.Add(db, id, by.For, by.Subject);
        return id;
    }

    internal static PictureUse Use(AppDb db, Guid picture, PictureFor what, Guid subject) =>
        new()
        {
            PictureId = picture,
            For = what,
            SubjectId = subject,
            CreatedAt = db.Actor.Now,
        };

    // The contract shows this sum; it tells nothing apart here.
#pragma warning disable CA5351
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
