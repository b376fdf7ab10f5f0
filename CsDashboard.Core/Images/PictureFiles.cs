using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Images;

/// <summary>The files of a picture in the company's store.</summary>
internal static class PictureFiles
{
    /// <summary>
    /// Stores what was made of an upload, and then writes it down with <paramref name="note"/>. If either breaks off, nothing remains; nor
    /// when the note says that the files aren't wanted.
    /// </summary>
    public static async Task<T> Keep<T>(
        this IFileStore files,
        Guid tenantId,
        Guid picture,
        Developed made,
        Func<Task<(bool Wanted, T Result)>> note,
        CancellationToken cancellation
    )
    {
        try
        {
            await files.Put(tenantId, PrintKeys.Original(picture), new MemoryStream(made.Original), cancellation);
            foreach (var print in made.Prints)
                await files.Put(tenantId, PrintKeys.Of(picture, print.Preset, print.Format), new MemoryStream(print.Bytes), cancellation);
            var (wanted, result) = await note();
            if (!wanted)
                await files.Drop(tenantId, picture);
            return result;
        }
        catch
        {
            await files.Drop(tenantId, picture);
            throw;
        }
    }

    public static async Task Drop(this IFileStore files, Guid tenantId, Guid picture)
    {
        foreach (var key in PrintKeys.All(picture))
            await files.Delete(tenantId, key, CancellationToken.None);
    }

    internal static void Note(AppDb db, Guid picture, IEnumerable<Print> prints) =>
        db.PicturePrints.AddRange(
            prints.Select(print => new PicturePrint
            {
                PictureId = picture,
                Preset = print.Preset,
                Format = print.Format,
                Size = print.Bytes.Length,
                MadeAt = db.Actor.Now,
            })
        );
}
