using CsDashboard.Foundation;
using CsDashboard.Images;
using NetVips;

namespace CsDashboard.Tests.Images;

/// <summary>What pictures are made of pictures.</summary>
public sealed class DarkroomTests
{
    private static readonly (Preset, PrintFormat)[] Every =
    [
        .. from preset in Enum.GetValues<Preset>() from format in Enum.GetValues<PrintFormat>() select (preset, format),
    ];

    private static Developed Made(byte[] file) => Darkroom.Develop(file, Every);

    private static IEnumerable<byte[]> Files(Developed made) => made.Prints.Select(p => p.Bytes).Prepend(made.Original);

    private static Image Read(byte[] file) => Image.NewFromBuffer(file);

    // Which of the four colours of TestPictures.Quarters a corner has.
    private static string Corners(Image image)
    {
        string At(double across, double down)
        {
            var seen = image.Getpoint((int)(image.Width * across), (int)(image.Height * down));
            return string.Concat(seen.Take(3).Select(v => v > 128 ? '1' : '0'));
        }
        return string.Join(' ', At(0.1, 0.1), At(0.9, 0.1), At(0.1, 0.9), At(0.9, 0.9));
    }

    [Fact]
    public void However_the_camera_was_held_the_picture_is_the_same()
    {
        for (var orientation = 1; orientation <= 8; orientation++)
        {
            var made = Made(TestPictures.Held(orientation));
            (made.Width, made.Height).ShouldBe((80, 60), $"orientation {orientation}");
            foreach (var file in Files(made))
                Corners(Read(file)).ShouldBe("100 010 001 110", $"orientation {orientation}");
        }
    }

    [Fact]
    public void Nothing_but_pixels_is_in_anything_that_is_kept_or_sent()
    {
        var talkative = new Dictionary<string, byte[]>
        {
            ["JPEG"] = TestPictures.Talkative(),
            ["PNG"] = TestPictures.WithChunk(TestPictures.Png(), "tEXt", [.. "Location\0"u8, .. TestPictures.Secret]),
            ["PNG with EXIF"] = TestPictures.WithChunk(TestPictures.Png(), "eXIf", [.. "II*\0\u0008\0\0\0\0\0"u8, .. TestPictures.Secret]),
            ["WebP"] = TestPictures.WithExif(TestPictures.Webp()),
            ["JPEG with a page in it"] = TestPictures.With(TestPictures.Jpeg(), (0xFE, "<?php <script>SERIAL-4711-N51.5007"u8.ToArray())),
            ["JPEG with a page behind it"] = [.. TestPictures.Jpeg(), .. "<html>SERIAL-4711-N51.5007</html>"u8],
        };
        foreach (var (what, file) in talkative)
        {
            file.AsSpan().IndexOf(TestPictures.Secret).ShouldBeGreaterThan(0, what);
            PictureParts.Of(file).Where(p => !PictureParts.IsPixels(p)).ShouldNotBeEmpty($"The test sees nothing in {what}.");
            foreach (var made in Files(Made(file)))
            {
                PictureParts.Of(made).Where(p => !PictureParts.IsPixels(p)).ShouldBeEmpty(what);
                made.AsSpan().IndexOf(TestPictures.Secret).ShouldBe(-1, what);
            }
        }
    }

    [Fact]
    public void Each_size_is_as_the_contract_says_and_a_small_picture_stays_small()
    {
        string Sizes(byte[] file) =>
            string.Join(
                ' ',
                Made(file).Prints.Where(p => p.Format == PrintFormat.Webp).OrderBy(p => p.Preset).Select(p => SizeOf(p.Bytes))
            );
        string SizeOf(byte[] print) => Read(print) is var image ? $"{image.Width}x{image.Height}" : "";
        Sizes(TestPictures.Jpeg(2_000, 1_500)).ShouldBe("150x150 300x300 600x600 1200x1200 300x225 1600x1200");
        Sizes(TestPictures.Png(1, 400, 1_000)).ShouldBe("150x150 300x300 400x400 400x400 120x300 400x1000");
        Sizes(TestPictures.Webp(20, 10)).ShouldBe("10x10 10x10 10x10 10x10 20x10 20x10");
    }

    [Fact]
    public void Other_colours_than_those_of_screens_come_out_as_they_look()
    {
        var quarters = TestPictures.Quarters();
        foreach (
            var (what, file) in new Dictionary<string, byte[]>
            {
                ["16 bits"] = quarters.Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(),
                ["P3"] = quarters.IccTransform("p3", inputProfile: "srgb").JpegsaveBuffer(q: 95),
                ["GIF"] = TestPictures.Gif(),
            }
        )
        foreach (var made in Files(Made(file)))
            Corners(Read(made)).ShouldBe("100 010 001 110", what);
        // Ink has no such green.
        foreach (var made in Files(Made(quarters.Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer(q: 95))))
            Corners(Read(made)).ShouldBeOneOf("100 110 001 110", "100 010 001 110");
        var grey = quarters.Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer();
        foreach (var made in Files(Made(grey)))
            Read(made).Width.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_is_clear_is_white_where_the_format_knows_no_clear()
    {
        var clear = TestPictures.Quarters().Bandjoin(Image.Black(80, 60)).Copy(interpretation: Enums.Interpretation.Srgb);
        var made = Made(clear.PngsaveBuffer());
        foreach (var print in made.Prints)
        {
            var image = Read(print.Bytes);
            if (print.Format == PrintFormat.Webp)
                image.HasAlpha().ShouldBeTrue();
            else
                image.Getpoint(5, 5).ShouldAllBe(v => v > 250);
        }
        Read(made.Original).HasAlpha().ShouldBeTrue();
    }

    [Fact]
    public void A_file_whose_head_is_fine_and_whose_pixels_are_not_is_refused()
    {
        var webp = TestPictures.Webp(600, 400);
        webp.AsSpan(40).Clear();
        foreach (var file in new[] { TestPictures.PngHead(10, 10), webp })
            Should.Throw<Refusal>(() => Made(file)).Message.ShouldBe(PictureHead.Broken().Message);
    }
}
