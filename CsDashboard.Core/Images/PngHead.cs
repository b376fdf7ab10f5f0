using System.Buffers.Binary;

namespace CsDashboard.Images;

/// <summary>PNG, third edition: chunks of a length, a type, so many bytes and a sum; IHDR is the first and IEND the last.</summary>
internal static class PngHead
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static PictureHead Read(ReadOnlySpan<byte> file)
    {
        var (width, height, frames) = (0, 0, 1);
        for (var at = Signature.Length; ; )
        {
            if (at + 12 > file.Length)
                throw PictureHead.Broken();
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                throw PictureHead.Broken();
            var type = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("IHDR"u8) != (at == Signature.Length))
                throw PictureHead.Broken();
            if (at == Signature.Length)
            {
                if (length < 13)
                    throw PictureHead.Broken();
                (width, height) = (Side(data), Side(data[4..]));
            }
            // An animation says how many frames it has; each is at most as large as the whole.
            if (type.SequenceEqual("acTL"u8) && length >= 4)
                frames = Side(data);
            if (type.SequenceEqual("IEND"u8))
                return new(PictureKind.Png, width, height, frames);
            at += 12 + (int)length;
        }
    }

    private static int Side(ReadOnlySpan<byte> data) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(data), int.MaxValue);
}
