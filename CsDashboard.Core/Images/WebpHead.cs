using System.Buffers.Binary;

namespace CsDashboard.Images;

/// <summary>RFC 9649: chunks in a RIFF container. A canvas, the picture itself, and each frame say how large they are.</summary>
internal static class WebpHead
{
    private const int FrameHeader = 16;

    public static bool Is(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    public static PictureHead Read(ReadOnlySpan<byte> file)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        if (end > file.Length || end < 20)
            throw PictureHead.Broken();
        var size = (Width: 0, Height: 0);
        var (frames, pictures) = (0, 0);
        Walk(file[12..(int)end], ref size, ref frames, ref pictures);
        return pictures > 0 ? new(PictureKind.Webp, size.Width, size.Height, Math.Max(1, frames)) : throw PictureHead.Broken();
    }

    private static void Walk(ReadOnlySpan<byte> chunks, ref (int Width, int Height) size, ref int frames, ref int pictures)
    {
        while (chunks.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            if (length > chunks.Length - 8)
                throw PictureHead.Broken();
            var type = chunks[..4];
            var data = chunks.Slice(8, (int)length);
            if (type.SequenceEqual("VP8X"u8) && length >= 10)
                Grow(ref size, Three(data[4..]) + 1, Three(data[7..]) + 1);
            else if (type.SequenceEqual("VP8 "u8) && length >= 10)
            {
                pictures++;
                Grow(ref size, Two(data[6..]) & 0x3FFF, Two(data[8..]) & 0x3FFF);
            }
            else if (type.SequenceEqual("VP8L"u8) && length >= 5)
            {
                pictures++;
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
                Grow(ref size, (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
            }
            else if (type.SequenceEqual("ANMF"u8) && length >= FrameHeader)
            {
                frames++;
                Grow(ref size, Three(data[6..]) + 1, Three(data[9..]) + 1);
                Walk(data[FrameHeader..], ref size, ref frames, ref pictures);
            }
            // Chunks begin at even places.
            chunks = chunks[Math.Min(chunks.Length, 8 + (int)length + (int)(length & 1))..];
        }
    }

    private static void Grow(ref (int Width, int Height) size, int width, int height) =>
        size = (Math.Max(size.Width, width), Math.Max(size.Height, height));

    private static int Two(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16LittleEndian(data);

    private static int Three(ReadOnlySpan<byte> data) => data[0] | data[1] << 8 | data[2] << 16;
}
