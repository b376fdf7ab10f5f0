using System.Buffers.Binary;
using System.Text;

namespace CsDashboard.Tests.Images;

/// <summary>The parts of a picture's file by their names, read without any library, so that it finds what a library would hide.</summary>
internal static class PictureParts
{
    public static IReadOnlyList<string> Of(byte[] file) =>
        file[0] == 0xFF ? OfJpeg(file)
        : file[0] == 0x89 ? OfPng(file)
        : OfWebp(file);

    /// <summary>Those without which there would be no picture.</summary>
    public static bool IsPixels(string part) =>
        part
            is "DB"
                or "C0"
                or "C2"
                or "C4"
                or "DA"
                or "DD"
                or "E0 JFIF"
                or "IHDR"
                // How large a dot is.
                or "pHYs"
                or "PLTE"
                or "tRNS"
                or "IDAT"
                or "IEND"
                or "VP8X"
                or "VP8 "
                or "VP8L"
                or "ALPH";

    private static List<string> OfJpeg(byte[] file)
    {
        var parts = new List<string>();
        for (var at = 2; at + 4 <= file.Length; )
        {
            if (file[at] != 0xFF || file[at + 1] is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                at++;
                continue;
            }
            if (file[at + 1] == 0xD9)
            {
                if (at + 2 < file.Length)
                    parts.Add("behind the end");
                break;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            var name = file[at + 1].ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
            parts.Add(file[at + 1] is >= 0xE0 and <= 0xEF ? $"{name} {Encoding.ASCII.GetString(file, at + 4, 4)}" : name);
            at += 2 + length;
        }
        return parts;
    }

    private static List<string> OfPng(byte[] file)
    {
        var parts = new List<string>();
        for (var at = 8; at + 8 <= file.Length; )
        {
            parts.Add(Encoding.ASCII.GetString(file, at + 4, 4));
            at += 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        }
        return parts;
    }

    private static List<string> OfWebp(byte[] file)
    {
        var parts = new List<string>();
        for (var at = 12; at + 8 <= file.Length; )
        {
            parts.Add(Encoding.ASCII.GetString(file, at, 4));
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            at += 8 + length + (length & 1);
        }
        return parts;
    }
}
