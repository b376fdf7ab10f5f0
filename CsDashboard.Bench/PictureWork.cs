using System.Diagnostics;
using CsDashboard.Foundation;
using CsDashboard.Images;
using NetVips;

namespace CsDashboard.Bench;

/// <summary>
/// A photo of twelve megapixels into the four sizes, in both formats; files that pretend to be enormous; and a picture that lies there
/// beside a file that Kestrel serves as it is. Times of the first two are the processor's, since one core does them.
/// </summary>
internal static class PictureWork
{
    private const int Rounds = 11;
    private static readonly Preset[] Four = [Preset.Thumbnail, Preset.Small, Preset.Medium, Preset.Large];

    public static async Task Run()
    {
        var photo = Photo();
        Clocked.Head("Pictures", "what", "CsDashboard", "aim");
        (Preset, PrintFormat)[] both = [.. from preset in Four from format in Enum.GetValues<PrintFormat>() select (preset, format)];
        Clocked.Line("12 megapixels into four sizes, JPEG, median ms", $"{Time(() => Darkroom.Prints(photo, Only(both))):0}", "");
        Clocked.Line("the same in JPEG and WebP, median ms", $"{Time(() => Darkroom.Prints(photo, both)):0}", "below 250 on one core");
        Clocked.Line("that, and the original written anew, median ms", $"{Time(() => Darkroom.Develop(photo, both)):0}", "");
        Clocked.Line("resident after it, MB", $"{Resident:0}", "");
        foreach (var (what, file) in Bombs())
        {
            var (before, began) = (Resident, Stopwatch.GetTimestamp());
            var refused = Refused(file) ? "refused" : "taken";
            Clocked.Line(
                what,
                $"{refused} in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0.0} ms, {Math.Max(0, Resident - before):0} MB",
                "refused within 1,000 ms and 200 MB"
            );
        }
        await Served(photo);
    }

    // The same bytes by both servers: the one print, and a copy of it as a file.
    private static async Task Served(byte[] photo)
    {
        await using var house = await House.New();
        var admin = (await Seed.In(house)).Agent with { Role = Role.Admin };
        var id = await house.Get<Pictures>().Bring(admin, "photo.jpg", new MemoryStream(photo), null);
        var path = house.Get<PictureAddresses>().Of(admin.TenantId, id, Preset.Medium).TrimStart('/');
        var folder = Directory.CreateDirectory(Path.Combine(house.Folder, "static")).FullName;
        await using (var print = await house.Get<Prints>().Open(admin, id, Preset.Medium, PrintFormat.Webp))
        await using (var file = File.Create(Path.Combine(folder, "print.webp")))
            await print.CopyToAsync(file);
        var time = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));
        const string headers = "Accept: image/webp\r\n";
        DoorLoad ours,
            bare;
        await using (var server = await Server.Product(house.Folder))
            ours = await DoorLoad.Of(server, [new Caller(server.Address, headers).Get(path)], 16, time, isWrite: false);
        await using (var server = await Server.Raw(house.Database))
            bare = await DoorLoad.Of(server, [new Caller(server.Address, headers).Get("static/print.webp")], 16, time, isWrite: false);
        Clocked.Head("A picture that lies there, 16 callers");
        Clocked.Line(
            $"requests a second, {ours.Bytes / 1024:0} KB (p99 ms)",
            $"{ours.PerSecond:N0} ({ours.Times.At(0.99):0.0})",
            $"{bare.PerSecond:N0} ({bare.Times.At(0.99):0.0}) (static file)",
            $"{ours.PerSecond / bare.PerSecond:0.00} (aim: at least 0.8)"
        );
    }

    private static (Preset, PrintFormat)[] Only((Preset Preset, PrintFormat Format)[] all) =>
        [.. all.Where(p => p.Format == PrintFormat.Jpeg)];

    private static double Time(Action work)
    {
        work();
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var began = Worked;
            work();
            times[i] = (Worked - began).TotalMilliseconds;
        }
        return times.Order().ElementAt(Rounds / 2);
    }

    private static bool Refused(byte[] file)
    {
        try
        {
            Darkroom.Develop(file);
            return false;
        }
        catch (Refusal)
        {
            return true;
        }
    }

    private static TimeSpan Worked => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Resident
    {
        get
        {
            using var own = Process.GetCurrentProcess();
            return own.WorkingSet64 / 1_048_576.0;
        }
    }

    // Clouds of several sizes with the noise of a sensor.
    private static byte[] Photo()
    {
        const int width = 4_000,
            height = 3_000;
        Image? clouds = null;
        foreach (var (cell, strength) in new[] { (1_024, 60), (256, 40), (64, 25), (16, 12) })
        {
            var layer = Image.Perlin(width, height, cellSize: cell, seed: cell) * strength;
            clouds = clouds is null ? layer : clouds + layer;
        }
        Image Band(double share, double light, int seed) =>
            clouds! * share + Image.Gaussnoise(width, height, sigma: 4, mean: light, seed: seed);
        return Band(1, 128, 1)
            .Bandjoin(Band(0.9, 120, 2), Band(0.7, 110, 3))
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb)
            .JpegsaveBuffer(q: 90);
    }

    private static IEnumerable<(string What, byte[] File)> Bombs()
    {
        yield return (
            "a GIF of 35 bytes that says 65,535 x 65,535",
            Convert.FromBase64String("R0lGODlh/////4AAAAAAAP///ywAAAAAAQABAAACAkQBADs=")
        );
        yield return ("a PNG of zeros, 30,000 x 30,000", Image.Black(30_000, 30_000).PngsaveBuffer(compression: 9));
    }
}
