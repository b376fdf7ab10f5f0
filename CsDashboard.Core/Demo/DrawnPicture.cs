using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CsDashboard.Demo;

/// <summary>
/// A small picture of a few shapes on a plain ground, as PNG. Places are percents of its side, colours are hex:
/// <c>disc x y radius colour</c>, <c>ring x y radius width colour</c>, <c>box x y width height corner colour</c>,
/// <c>line x y x y width colour</c>; later ones lie above.
/// </summary>
internal static class DrawnPicture
{
    private const int Side = 480;

    public static byte[] Png(string ground, IEnumerable<string> shapes)
    {
        var pixels = new byte[Side * Side * 3];
        var (red, green, blue) = Colour(ground);
        for (var i = 0; i < pixels.Length; i += 3)
            (pixels[i], pixels[i + 1], pixels[i + 2]) = (red, green, blue);
        foreach (var shape in shapes)
            Draw(pixels, shape.Split(' '));
        return Written(pixels);
    }

    private static void Draw(byte[] pixels, string[] words)
    {
        var n = words[1..^1].Select(w => (double)Numbers.Stored(w) * Side / 100).ToArray();
        // How far outside the shape a place is, in pixels; the edge is as soft as one pixel.
        Func<double, double, double> outside = words[0] switch
        {
            "disc" => (x, y) => Length(x - n[0], y - n[1]) - n[2],
            "ring" => (x, y) => Math.Abs(Length(x - n[0], y - n[1]) - n[2]) - n[3] / 2,
            "box" => (x, y) => Box(x - n[0] - n[2] / 2, y - n[1] - n[3] / 2, n[2] / 2, n[3] / 2, n[4]),
            "line" => (x, y) => Line(x, y, n) - n[4] / 2,
            _ => throw new FormatException($"There is no shape {words[0]}."),
        };
        var (red, green, blue) = Colour(words[^1]);
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            var share = Math.Clamp(0.5 - outside(x + 0.5, y + 0.5), 0, 1);
            if (share == 0)
                continue;
            var at = (y * Side + x) * 3;
            pixels[at] = Mixed(pixels[at], red, share);
            pixels[at + 1] = Mixed(pixels[at + 1], green, share);
            pixels[at + 2] = Mixed(pixels[at + 2], blue, share);
        }
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

    private static double Box(double x, double y, double across, double down, double corner)
    {
        var (over, below) = (Math.Abs(x) - across + corner, Math.Abs(y) - down + corner);
        return Length(Math.Max(over, 0), Math.Max(below, 0)) + Math.Min(Math.Max(over, below), 0) - corner;
    }

    private static double Line(double x, double y, double[] n)
    {
        var (across, down) = (n[2] - n[0], n[3] - n[1]);
        var along = Math.Clamp(((x - n[0]) * across + (y - n[1]) * down) / (across * across + down * down), 0, 1);
        return Length(x - n[0] - along * across, y - n[1] - along * down);
    }

    private static byte Mixed(byte under, byte over, double share) => (byte)Math.Round(under + (over - under) * share);

    private static (byte, byte, byte) Colour(string hex) =>
        Convert.FromHexString(hex) is [var red, var green, var blue] ? (red, green, blue) : throw new FormatException(hex);

    private static byte[] Written(byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < Side; y++)
            {
                zip.WriteByte(0);
                zip.Write(pixels, y * Side * 3, Side * 3);
            }
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Side);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], Side);
        (head[8], head[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", head.ToArray()), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        var all = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(all, data.Length);
        named.CopyTo(all, 4);
        BinaryPrimitives.WriteUInt32BigEndian(all.AsSpan(named.Length + 4), Crc(named));
        return all;
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320;
        }
        return ~sum;
    }
}
