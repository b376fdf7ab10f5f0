using System.IO.Compression;
using System.Text.Json;

namespace CsDashboard.Web.Live;

/// <summary>
/// A value on its way through the browser, from the page as it was prerendered to the live one. It is encrypted there, which no compression
/// of the page makes smaller: it is packed before.
/// </summary>
internal static class CarriedValue
{
    /// <summary>Bytes: all values of a page go back to the server in one message, which has a limit.</summary>
    public const int AtMost = 24 * 1024;

    private const int Quality = 1,
        Window = 18;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>JSON in Brotli; null for one that is larger than <see cref="AtMost"/>.</summary>
    public static byte[]? Pack<T>(long announced, T value)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Carried<T>(announced, value), Options);
        var packed = new byte[Math.Min(BrotliEncoder.GetMaxCompressedLength(plain.Length), AtMost)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, Quality, Window) ? packed[..length] : null;
    }

    public static (long Announced, T Value) Unpack<T>(byte[] packed)
    {
        using var plain = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var carried = JsonSerializer.Deserialize<Carried<T>>(plain, Options)!;
        return (carried.Announced, carried.Value);
    }

    private sealed record Carried<T>(long Announced, T Value);
}
