using System.Buffers.Binary;

namespace CsDashboard.Images;

/// <summary>GIF89a: a screen, and blocks up to a trailer; each picture says where on the screen it is drawn.</summary>
internal static class GifHead
{
    private const byte Extension = 0x21,
        Frame = 0x2C,
        Trailer = 0x3B;

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8);

    public static PictureHead Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 14)
            throw PictureHead.Broken();
        var (width, height, frames) = ((int)Side(file[6..]), (int)Side(file[8..]), 0);
        for (var at = 13 + Colours(file[10]); ; )
        {
            if (at >= file.Length)
                throw PictureHead.Broken();
            switch (file[at])
            {
                case Trailer:
                    return frames > 0 ? new(PictureKind.Gif, width, height, frames) : throw PictureHead.Broken();
                case Extension:
                    at = Behind(file, at + 2);
                    break;
                case Frame when at + 10 < file.Length:
                    // One that is drawn beyond the screen makes it larger.
                    width = Math.Max(width, Side(file[(at + 1)..]) + Side(file[(at + 5)..]));
                    height = Math.Max(height, Side(file[(at + 3)..]) + Side(file[(at + 7)..]));
                    frames++;
                    at = Behind(file, at + 11 + Colours(file[at + 9]));
                    break;
                default:
                    throw PictureHead.Broken();
            }
        }
    }

    // Pieces of a length and so many bytes, up to one of none.
    private static int Behind(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
            at += 1 + file[at];
        return at + 1;
    }

    private static int Colours(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 0x07) + 1);

    private static ushort Side(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16LittleEndian(data);
}
