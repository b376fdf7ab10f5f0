using NetVips;

namespace CsDashboard.Images;

/// <summary>
/// Makes pictures from pictures (docs/decisions/0033-pictures.md). Whatever comes out is turned as the camera was held, in sRGB, and holds
/// pixels and nothing else: no place, no camera, no words. Only the loaders of the four kinds are reached, after <see cref="PictureHead"/>
/// has let a file pass. One at a time: <see cref="DarkroomLine"/>.
/// </summary>
internal static class Darkroom
{
    private const int Quality = 85,
        OriginalQuality = 90,
        WebpQuality = 80;
    private const string Colours = "srgb",
        Profile = "icc-profile-data",
        Turn = "orientation";

    static Darkroom()
    {
        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
        // What is wrong with a file is said by a refusal; whoever sends broken ones writes nothing into our log.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, _) => { });
    }

    /// <summary>Invalid (file) for what is no whole picture of the four kinds, or is larger than the limits.</summary>
    public static Developed Develop(byte[] upload, params IReadOnlyList<(Preset Preset, PrintFormat Format)> prints)
    {
        var head = PictureHead.Read(upload);
        return OrBroken(() =>
        {
            var made = Prints(upload, prints);
            // Turning needs all pixels at once; else they pass line by line.
            using var look = Image.NewFromBuffer(upload);
            var isTurned = look.Contains(Turn) && look.Get(Turn) is > 1;
            using var image = Image.NewFromBuffer(
                upload,
                access: isTurned ? Enums.Access.Random : Enums.Access.Sequential,
                failOn: Enums.FailOn.Error
            );
            using var upright = image.Autorot();
            using var plain = InPlainColours(upright);
            return new Developed(head.Kind.Kept, plain.Width, plain.Height, Kept(plain, head.Kind.Kept), made);
        });
    }

    /// <summary>
    /// Prints of an original or an upload that has passed. Squares are made each from the larger one before it, so the file is read once
    /// for all of them.
    /// </summary>
    public static IReadOnlyList<Print> Prints(byte[] file, IReadOnlyList<(Preset Preset, PrintFormat Format)> wanted) =>
        OrBroken(() =>
        {
            var made = new List<Print>();
            foreach (var shape in wanted.GroupBy(w => w.Preset.IsSquare))
            {
                Image? larger = null;
                try
                {
                    foreach (var size in shape.GroupBy(w => w.Preset).OrderByDescending(s => s.Key.Side))
                    {
                        var smaller = larger is null ? FromFile(file, size.Key) : Shrunk(larger, size.Key);
                        larger?.Dispose();
                        larger = smaller;
                        made.AddRange(size.Select(s => new Print(s.Preset, s.Format, Written(smaller, s.Format))));
                    }
                }
                finally
                {
                    larger?.Dispose();
                }
            }
            return made;
        });

    private static Image FromFile(byte[] file, Preset preset)
    {
        using var whole = Image.NewFromBuffer(file);
        using var shrunk = Image.ThumbnailBuffer(
            file,
            Side(whole, preset),
            height: Side(whole, preset),
            size: Enums.Size.Down,
            crop: preset.IsSquare ? Enums.Interesting.Centre : Enums.Interesting.None,
            outputProfile: Colours,
            failOn: Enums.FailOn.Error
        );
        using var plain = InPlainColours(shrunk);
        return plain.CopyMemory();
    }

    private static Image Shrunk(Image larger, Preset preset)
    {
        using var shrunk = larger.ThumbnailImage(Side(larger, preset), height: Side(larger, preset), size: Enums.Size.Down);
        return shrunk.CopyMemory();
    }

    // A square of a small picture is as large as its shorter side.
    private static int Side(Image image, Preset preset) =>
        preset.IsSquare ? Math.Min(preset.Side, Math.Min(image.Width, image.Height)) : preset.Side;

    private static Image InPlainColours(Image image)
    {
        if (image.Contains(Profile))
            try
            {
                using var converted = image.IccTransform(Colours, embedded: true);
                return Eight(converted);
            }
            catch (VipsException)
            {
                // A profile that can't be read says nothing; the pixels are taken as they are.
            }
        return Eight(image);
    }

    private static Image Eight(Image image)
    {
        using var plain = image.Colourspace(Enums.Interpretation.Srgb);
        return plain.Cast(Enums.BandFormat.Uchar);
    }

    private static byte[] Written(Image image, PrintFormat format) =>
        format switch
        {
            PrintFormat.Jpeg => OnWhite(image),
            PrintFormat.Webp => image.WebpsaveBuffer(q: WebpQuality, keep: Enums.ForeignKeep.None),
        };

    private static byte[] OnWhite(Image image)
    {
        if (!image.HasAlpha())
            return image.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
        using var flat = image.Flatten(background: [255, 255, 255]);
        return flat.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    private static byte[] Kept(Image image, PictureKind kind) =>
        kind switch
        {
            PictureKind.Jpeg => image.JpegsaveBuffer(q: OriginalQuality, keep: Enums.ForeignKeep.None),
            PictureKind.Png or PictureKind.Gif => image.PngsaveBuffer(keep: Enums.ForeignKeep.None),
            PictureKind.Webp => image.WebpsaveBuffer(q: OriginalQuality, keep: Enums.ForeignKeep.None),
        };

    private static T OrBroken<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VipsException)
        {
            throw PictureHead.Broken();
        }
    }
}
