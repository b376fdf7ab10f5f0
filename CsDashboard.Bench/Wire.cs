using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CsDashboard.Bench;

/// <summary>
/// A connection that is kept, with one request at a time on it. It reads no more of an answer than where it ends: the load generator shares
/// the cores with what it measures.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 120_000 };
    private byte[] buffer = new byte[64 * 1024];
    private int filled;

    public Wire(Uri server) => socket.Connect(IPAddress.Loopback, server.Port);

    /// <summary>How many bytes the body of the answer has, as it was sent. An answer that is no success is thrown.</summary>
    public int Ask(byte[] request)
    {
        socket.Send(request);
        filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            Receive();
        var start = head + 4;
        var bytes = Length(buffer.AsSpan(0, head)) is { } length ? Whole(start, length) : Chunks(start);
        return buffer[9] == '2' ? bytes : throw new InvalidOperationException(Said(request, start, bytes));
    }

    private static int? Length(ReadOnlySpan<byte> head)
    {
        const string name = "\r\ncontent-length:";
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = text.AsSpan(at + name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    private int Whole(int start, int length)
    {
        Need(start + length);
        return length;
    }

    private int Chunks(int at)
    {
        for (var bytes = 0; ; )
        {
            int end;
            while ((end = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
                Receive();
            var size = int.Parse(buffer.AsSpan(at, end), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += end + 2 + size + 2;
            Need(at);
            if (size == 0)
                return bytes;
            bytes += size;
        }
    }

    private void Need(int upTo)
    {
        while (filled < upTo)
            Receive();
    }

    private void Receive()
    {
        if (filled == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var got = socket.Receive(buffer.AsSpan(filled));
        filled += got > 0 ? got : throw new IOException("The server closed the connection.");
    }

    private string Said(byte[] request, int start, int bytes) =>
        $"{Encoding.UTF8.GetString(request).Split('\r')[0]}: {Encoding.UTF8.GetString(buffer, 0, Math.Min(filled, start + Math.Min(bytes, 500)))}";

    public void Dispose() => socket.Dispose();
}
