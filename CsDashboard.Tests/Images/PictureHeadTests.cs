using CsDashboard.Foundation;
using CsDashboard.Images;

namespace CsDashboard.Tests.Images;

/// <summary>What is refused before any decoder sees it.</summary>
public sealed class PictureHeadTests
{
    private static Refusal Refused(byte[] file) => Should.Throw<Refusal>(() => PictureHead.Read(file));

    [Fact]
    public void Each_kind_says_how_large_it_is()
    {
        PictureHead.Read(TestPictures.Jpeg(90, 40)).ShouldBe(new(PictureKind.Jpeg, 90, 40, 1));
        PictureHead.Read(TestPictures.Png(1, 90, 40)).ShouldBe(new(PictureKind.Png, 90, 40, 1));
        PictureHead.Read(TestPictures.Gif(90, 40)).ShouldBe(new(PictureKind.Gif, 90, 40, 1));
        PictureHead.Read(TestPictures.Webp(90, 40)).ShouldBe(new(PictureKind.Webp, 90, 40, 1));
        PictureHead.Read(TestPictures.WithExif(TestPictures.Webp())).ShouldBe(new(PictureKind.Webp, 80, 60, 1));
        PictureHead.Read(TestPictures.Talkative()).ShouldBe(new(PictureKind.Jpeg, 80, 60, 1));
        PictureHead.Read(TestPictures.GifOf(10, 10, 100)).ShouldBe(new(PictureKind.Gif, 10, 10, 100));
        PictureHead.Read(TestPictures.PngHead(16_384, 3_051)).ShouldBe(new(PictureKind.Png, 16_384, 3_051, 1));
    }

    public static TheoryData<string, byte[]> Bombs =>
        new()
        {
            { "a GIF of 35 bytes with the largest screen", TestPictures.GifOf(65_535, 65_535, 1) },
            { "a GIF with a picture far outside of its screen", TestPictures.GifOf(1, 1, 1, left: 60_000) },
            { "a GIF of 10,000 frames", TestPictures.GifOf(10, 10, 10_000) },
            { "a GIF of few frames that are many pixels together", TestPictures.GifOf(5_000, 5_000, 3) },
            { "a PNG of 65,535 a side", TestPictures.PngHead(65_535, 65_535) },
            { "a PNG of 30,000 a side", TestPictures.PngHead(30_000, 30_000) },
            { "a PNG of the largest side there is", TestPictures.PngHead(uint.MaxValue, 1) },
            { "a PNG of one row too many", TestPictures.PngHead(16_384, 3_052) },
            { "a PNG of one column too many", TestPictures.PngHead(16_385, 1) },
            { "a PNG of 10,000 frames", TestPictures.PngHead(10, 10, ("acTL", [0, 0, 0x27, 0x10, 0, 0, 0, 0])) },
            { "a PNG of 4 frames of 25 megapixels", TestPictures.PngHead(5_000, 5_000, ("acTL", [0, 0, 0, 4, 0, 0, 0, 0])) },
            { "a JPEG of 65,500 a side", Resized(TestPictures.Jpeg(), 65_500) },
            { "a WebP with a canvas of 16 million a side", Canvas(TestPictures.WithExif(TestPictures.Webp()), 0xFF) },
        };

    [Theory, MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void More_than_the_limits_is_refused_by_its_head(string what, byte[] file)
    {
        var refusal = Refused(file);
        (refusal.Kind, refusal.Fields[0].Field).ShouldBe((RefusalKind.Invalid, "file"), what);
        refusal.Message.ShouldNotBe(PictureHead.Broken().Message, what);
    }

    public static TheoryData<string, byte[]> Odd =>
        new()
        {
            { "nothing", [] },
            { "a page", "<html><script>alert(1)</script></html>"u8.ToArray() },
            { "a page before a JPEG", [.. "<html>"u8, .. TestPictures.Jpeg()] },
            { "a drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
            { "a TIFF", "II*\0aaaaaaaaaaaaaaaa"u8.ToArray() },
            { "a GIF that is a script", "GIF89a/*<script>alert(1)</script>*/"u8.ToArray() },
            { "a PNG without a side", TestPictures.PngHead(0, 10) },
            { "a GIF without a picture", TestPictures.GifOf(10, 10, 0) },
            { "a WebP that is a sound", "RIFF\u0010\0\0\0WAVEfmt aaaaaaaa"u8.ToArray() },
            { "a JPEG of two sizes", Twice(TestPictures.Jpeg()) },
        };

    [Theory, MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public void What_is_no_whole_picture_is_refused(string what, byte[] file) => Refused(file).Kind.ShouldBe(RefusalKind.Invalid, what);

    [Fact]
    public void One_that_was_cut_off_anywhere_is_refused()
    {
        foreach (
            var whole in new[]
            {
                TestPictures.Jpeg(),
                TestPictures.Png(),
                TestPictures.Gif(),
                TestPictures.Webp(),
                TestPictures.Talkative(),
                TestPictures.WithExif(TestPictures.Webp()),
            }
        )
            for (var part = 0; part < 16; part++)
                Refused(whole[..(whole.Length * part / 16)]).Kind.ShouldBe(RefusalKind.Invalid);
    }

    // The frame header says another height and width.
    private static byte[] Resized(byte[] jpeg, int side)
    {
        var frame = Array.FindIndex(jpeg, 2, b => b == 0xC0);
        (jpeg[frame + 4], jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7]) = (
            (byte)(side >> 8),
            (byte)side,
            (byte)(side >> 8),
            (byte)side
        );
        return jpeg;
    }

    private static byte[] Twice(byte[] jpeg)
    {
        var frame = Array.FindIndex(jpeg, 2, b => b == 0xC0) - 1;
        return [.. jpeg[..frame], .. jpeg[frame..(frame + 19)], .. jpeg[frame..]];
    }

    private static byte[] Canvas(byte[] webp, byte side)
    {
        webp.AsSpan(24, 6).Fill(side);
        return webp;
    }
}
