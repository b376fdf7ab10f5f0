namespace CsDashboard.Images;

/// <summary>
/// An upload that has arrived whole, on disk: pictures that wait for their turn take no memory. It goes when it is disposed.
/// </summary>
internal sealed class ReceivedPicture : IAsyncDisposable
{
    private const int Piece = 81_920;
    private readonly FileStream file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        Piece,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose
    );

    /// <summary>TooLarge (file) as soon as it is too long, Invalid where nothing comes.</summary>
    public static async Task<ReceivedPicture> From(Stream content, CancellationToken cancellation)
    {
        var received = new ReceivedPicture();
        try
        {
            var buffer = new byte[Piece];
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; )
            {
                if (received.file.Length + read > PictureLimits.MaxBytes)
                    throw Refusal.TooLarge("file", Words.Of("File_Large", PictureLimits.MaxBytes / 1024 / 1024));
                await received.file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return received.file.Length > 0 ? received : throw Refusal.Invalid("file", Words.Of("File_Empty"));
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    public async Task<byte[]> Bytes(CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
