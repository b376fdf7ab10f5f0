using System.Buffers.Binary;

namespace CsDashboard.Images;

/// <summary>ITU T.81, annex B: segments of a marker, a length and so many bytes; the size stands in the frame header.</summary>
internal static class JpegHead
{
    private const byte Mark = 0xFF,
        Begin = 0xD8,
        End = 0xD9,
        Scan = 0xDA;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith([Mark, Begin, Mark]);

    public static PictureHead Read(ReadOnlySpan<byte> file)
    {
        (int Width, int Height)? size = null;
        for (var at = 2; ; )
        {
            if (at + 4 > file.Length || file[at] != Mark)
                throw PictureHead.Broken();
            var marker = file[at + 1];
            // Any number of fill bytes may stand before a marker.
            if (marker == Mark)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker == End || length < 2 || at + 2 + length > file.Length)
                throw PictureHead.Broken();
            var segment = file.Slice(at + 4, length - 2);
            if (IsFrame(marker))
            {
                // A second one would make the first one's size a lie.
                if (segment.Length < 5 || size is not null)
                    throw PictureHead.Broken();
                size = (BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
            }
            at += 2 + length;
            if (marker != Scan)
                continue;
            return size is { } known && file[at..].LastIndexOf([Mark, End]) >= 0
                ? new(PictureKind.Jpeg, known.Width, known.Height, 1)
                : throw PictureHead.Broken();
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
