using CsDashboard.Foundation.Files;

namespace CsDashboard.Images;

/// <summary>
/// How a picture looks that another room keeps as a file, as it was sent: without what the camera wrote into it. Prints lie beside the file
/// and go with it.
/// </summary>
public sealed class FilePrints(IFileStore files, DarkroomLine line)
{
    private const string Plain = "plain";

    /// <summary>
    /// The print of the file with this key; null for one that is no picture, or is not there. Whoever calls has checked who may see it.
    /// Dispose the stream.
    /// </summary>
    internal Task<Stream?> Open(Guid tenantId, string key, Preset preset, PrintFormat format, CancellationToken cancellation) =>
        Kept(
            tenantId,
            key,
            KeyOf(key, preset, format),
            bytes =>
            {
                _ = PictureHead.Read(bytes);
                return Darkroom.Prints(bytes, [(preset, format)])[0].Bytes;
            },
            cancellation
        );

    /// <summary>The whole picture, written anew; null as for <see cref="Open"/>.</summary>
    internal Task<Stream?> OpenWhole(Guid tenantId, string key, CancellationToken cancellation) =>
        Kept(tenantId, key, key + Plain, bytes => Darkroom.Develop(bytes).Original, cancellation);

    /// <summary>Removes a file with all its prints.</summary>
    internal static async Task Delete(IFileStore files, Guid tenantId, string key)
    {
        await files.Delete(tenantId, key);
        await files.Delete(tenantId, key + Plain);
        foreach (var preset in Enum.GetValues<Preset>())
        foreach (var format in Enum.GetValues<PrintFormat>())
            await files.Delete(tenantId, KeyOf(key, preset, format));
    }

    private static string KeyOf(string key, Preset preset, PrintFormat format) => key + Word.Of(preset) + Word.Of(format);

    private async Task<Stream?> Kept(Guid tenantId, string key, string print, Func<byte[], byte[]> make, CancellationToken cancellation) =>
        await files.Get(tenantId, print, cancellation)
        ?? await line.Run(
            async () => await files.Get(tenantId, print, cancellation) ?? await Make(tenantId, key, print, make, cancellation),
            cancellation
        );

    private async Task<Stream?> Make(Guid tenantId, string key, string print, Func<byte[], byte[]> make, CancellationToken cancellation)
    {
        await using var content = await files.Get(tenantId, key, cancellation);
        if (content is null)
            return null;
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, cancellation);
        byte[] made;
        try
        {
            made = make(sent.ToArray());
        }
        catch (Refusal refusal) when (refusal.Kind == RefusalKind.Invalid)
        {
            return null;
        }
        await files.Put(tenantId, print, new MemoryStream(made), cancellation);
        return new MemoryStream(made);
    }
}
