namespace CsDashboard.Foundation.Files;

/// <summary>
/// A file on its way into the store: passes it on, counts it, looks at its head, and refuses (field file) what is too long or not of the
/// kind that its name claims; without a name any kind will do.
/// </summary>
public sealed class CheckedContent(Stream inner, long max, string? name) : PassingStream
{
    private readonly byte[] head = new byte[FileKinds.HeadLength];
    private int headed;
    private bool looked;
    private long count;

    public override long Length => count;

    /// <summary>Invalid for a file that turned out to be empty.</summary>
    public void DemandSome()
    {
        if (count == 0)
            throw Refusal.Invalid("file", Words.Of("File_Empty"));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        count += read;
        if (count > max)
            throw Refusal.TooLarge("file", Words.Of("File_Large", max / 1024 / 1024));
        if (headed < head.Length && read > 0)
        {
            var part = Math.Min(read, head.Length - headed);
            buffer.Span[..part].CopyTo(head.AsSpan(headed));
            headed += part;
        }
        if (!looked && count > 0 && (headed == head.Length || read == 0))
        {
            looked = true;
            if (name is not null && !FileKinds.Matches(name, head.AsSpan(0, headed)))
                throw Refusal.Invalid("file", FileKinds.Mismatch(name, head.AsSpan(0, headed)));
        }
        return read;
    }

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }
}
