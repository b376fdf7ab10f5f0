using System.Buffers.Binary;
using System.Text;
using NetVips;

namespace CsDashboard.Tests.Images;

/// <summary>Pictures as cameras, programs and attackers make them.</summary>
internal static class TestPictures
{
    /// <summary>Red, green, blue and yellow quarters, so that one sees how it is turned.</summary>
    public static Image Quarters(int width = 80, int height = 60)
    {
        var (across, down) = (width / 2, height / 2);
        Image Plain(double red, double green, double blue) =>
            (Image.Black(across, down, bands: 3) + new[] { red, green, blue })
                .Cast(Enums.BandFormat.Uchar)
                .Copy(interpretation: Enums.Interpretation.Srgb);
        return Plain(255, 0, 0)
            .Join(Plain(0, 255, 0), Enums.Direction.Horizontal)
            .Join(Plain(0, 0, 255).Join(Plain(255, 255, 0), Enums.Direction.Horizontal), Enums.Direction.Vertical);
    }

    /// <summary>Another picture for each number.</summary>
    public static byte[] Png(int number = 1, int width = 80, int height = 60) =>
        (Quarters(width, height) - number).Cast(Enums.BandFormat.Uchar).PngsaveBuffer();

    public static byte[] Jpeg(int width = 80, int height = 60) => Quarters(width, height).JpegsaveBuffer(q: 95);

    public static byte[] Webp(int width = 80, int height = 60) =>
        Quarters(width, height).WebpsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);

    public static byte[] Gif(int width = 80, int height = 60) => Quarters(width, height).GifsaveBuffer();

    /// <summary>What no compression makes small.</summary>
    public static byte[] Noise(int width, int height) =>
        Image.Gaussnoise(width, height, sigma: 60, mean: 128).Cast(Enums.BandFormat.Uchar).PngsaveBuffer();

    /// <summary>The same picture, stored as a camera does that was held this way.</summary>
    public static byte[] Held(int orientation)
    {
        var upright = Quarters();
        var stored = orientation switch
        {
            2 => upright.FlipHor(),
            3 => upright.Rot180(),
            4 => upright.FlipVer(),
            5 => upright.Rot90().FlipHor(),
            6 => upright.Rot270(),
            7 => upright.Rot90().FlipVer(),
            8 => upright.Rot90(),
            _ => upright,
        };
        return With(stored.JpegsaveBuffer(q: 95), (0xE1, Exif(orientation)));
    }

    /// <summary>All that cameras and programs write beside the pixels; <see cref="Secret"/> stands in each.</summary>
    public static byte[] Talkative() =>
        With(
            Jpeg(),
            (0xE1, Exif(1)),
            (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta><exif:GPSLatitude>"u8, .. Secret, .. "</exif:GPSLatitude>"u8]),
            (0xED, [.. "Photoshop 3.0\08BIM\u0004\u0004\0\0"u8, .. Secret]),
            (0xFE, Secret)
        );

    public static readonly byte[] Secret = "SERIAL-4711-N51.5007"u8.ToArray();

    /// <summary>Segments put behind the first marker of a JPEG.</summary>
    public static byte[] With(byte[] jpeg, params (byte Marker, byte[] Data)[] segments)
    {
        using var all = new MemoryStream();
        all.Write(jpeg.AsSpan(0, 2));
        Span<byte> length = stackalloc byte[2];
        foreach (var (marker, data) in segments)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
            all.Write([0xFF, marker, .. length, .. data]);
        }
        all.Write(jpeg.AsSpan(2));
        return all.ToArray();
    }

    /// <summary>A PNG with a chunk more.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] data) => [.. png[..33], .. Chunk(type, data), .. png[33..]];

    /// <summary>A WebP with the chunks that hold what cameras write.</summary>
    public static byte[] WithExif(byte[] webp, int width = 80, int height = 60)
    {
        byte[] Riff(string type, byte[] data) =>
            [.. Encoding.ASCII.GetBytes(type), .. Little(data.Length, 4), .. data, .. new byte[data.Length & 1]];
        byte[] body =
        [
            .. "WEBP"u8,
            .. Riff("VP8X", [0x0C, 0, 0, 0, .. Little(width - 1, 3), .. Little(height - 1, 3)]),
            .. webp[12..],
            .. Riff("EXIF", Exif(1)[6..]),
            .. Riff("XMP ", Secret),
        ];
        return [.. "RIFF"u8, .. Little(body.Length, 4), .. body];
    }

    /// <summary>A PNG that says how large it is, and has next to nothing in it.</summary>
    public static byte[] PngHead(uint width, uint height, params (string Type, byte[] Data)[] more) =>
        [
            0x89,
            .. "PNG\r\n\u001a\n"u8,
            .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]),
            .. more.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)),
            .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]),
            .. Chunk("IEND", []),
        ];

    /// <summary>A GIF with a screen of its own, and so many pictures of a pixel, drawn at this place.</summary>
    public static byte[] GifOf(int width, int height, int frames, int left = 0) =>
        [
            .. "GIF89a"u8,
            .. Little(width, 2),
            .. Little(height, 2),
            0x80,
            0,
            0,
            0,
            0,
            0,
            255,
            255,
            255,
            .. Enumerable.Range(0, frames).SelectMany(_ => (byte[])[0x2C, .. Little(left, 2), 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]),
            0x3B,
        ];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. named, .. Big(Crc(named))];
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

    // A little-endian TIFF: orientation and maker's words, a place, and a thumbnail of its own.
    private static byte[] Exif(int orientation)
    {
        var thumbnail = Jpeg(16, 16);
        byte[] Entry(int tag, int type, int count, int value) =>
            [.. Little(tag, 2), .. Little(type, 2), .. Little(count, 4), .. Little(value, 4)];
        const int first = 8,
            place = first + 2 + 3 * 12 + 4,
            second = place + 2 + 2 * 12 + 4,
            words = second + 2 + 2 * 12 + 4;
        byte[] tiff =
        [
            .. "II*\0"u8,
            .. Little(first, 4),
            .. Little(3, 2),
            .. Entry(0x0112, 3, 1, orientation),
            .. Entry(0xA431, 2, Secret.Length, words),
            .. Entry(0x8825, 4, 1, place),
            .. Little(second, 4),
            .. Little(2, 2),
            .. Entry(0x0001, 2, 2, 'N'),
            .. Entry(0x001D, 2, Secret.Length, words),
            .. Little(0, 4),
            .. Little(2, 2),
            .. Entry(0x0201, 4, 1, words + Secret.Length),
            .. Entry(0x0202, 4, 1, thumbnail.Length),
            .. Little(0, 4),
            .. Secret,
            .. thumbnail,
        ];
        return [.. "Exif\0\0"u8, .. tiff];
    }

    private static byte[] Little(int value, int length) => BitConverter.GetBytes(value)[..length];

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
