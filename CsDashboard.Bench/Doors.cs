using System.Diagnostics;
using System.Globalization;

namespace CsDashboard.Bench;

/// <summary>
/// What people meet: a published server with all its workers, asked over HTTP by callers who have signed in, at each door beside a ceiling
/// that reads the same rows by plain ADO.NET and sends as many bytes. The callers share the cores with both.
/// </summary>
internal sealed class Doors
{
    private const int FirstLoads = 200;
    private readonly Dictionary<(string Door, int Callers), List<double>> rates = [];
    private readonly string published;
    private readonly string only;
    private readonly TimeSpan measured;
    private readonly string? postgres;

    private Doors(string published, string only, TimeSpan measured, string? postgres) =>
        (this.published, this.only, this.measured, this.postgres) = (published, only, measured, postgres);

    /// <summary>
    /// Sizes, and of the options: --only with words of a door's name, --seconds that each is measured for, --keep for the seeded folders,
    /// --postgres with the connection string of a server's maintenance database, where both then have their rows.
    /// </summary>
    public static async Task Run(string[] asked)
    {
        var sizes = asked.TakeWhile(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        if (sizes.Count == 0)
            sizes = [10_000, 100_000];
        var doors = new Doors(
            await Published.Folder(),
            Option("--only", ""),
            TimeSpan.FromSeconds(double.Parse(Option("--seconds", "5"), CultureInfo.InvariantCulture)),
            asked.Contains("--postgres") ? Option("--postgres", "") : null
        );
        if (doors.postgres is null)
            await doors.Start();
        if (doors.only is "start")
            return;
        foreach (var size in sizes)
            await doors.At(size, asked.Contains("--keep"));
        if (sizes.Count > 1)
            doors.Growth(sizes);

        string Option(string name, string otherwise) =>
            Array.IndexOf(asked, name) is >= 0 and var at && at + 1 < asked.Length ? asked[at + 1] : otherwise;
    }

    private bool Wanted(string name) => name.Contains(only, StringComparison.OrdinalIgnoreCase);

    // Three times on a folder that is empty the first time, and the ceiling's.
    private async Task Start()
    {
        if (!Wanted("start"))
            return;
        var folder = Directory.CreateTempSubdirectory("csdashboard-doors-").FullName;
        try
        {
            Clocked.Head("Start, until the first page has been sent", "what", "seconds", "CPU, seconds", "memory, MB");
            foreach (var which in new[] { "an empty folder", "the same again", "and again" })
                await Timed(which, () => Server.Product(folder, published), "login");
            await Timed("ceiling: bare Kestrel", () => Server.Raw(Path.Combine(folder, "csdashboard.db")), "ready");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static async Task Timed(string which, Func<Task<Server>> start, string page)
        {
            var began = Stopwatch.GetTimestamp();
            await using var server = await start();
            using (var wire = new Wire(server.Address))
                wire.Ask(new Caller(server.Address, Caller.Browser).Get(page));
            Clocked.Line(
                which,
                $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0.00}",
                $"{server.Processor.TotalSeconds:0.00}",
                $"{server.Resident:0}"
            );
        }
    }

    private async Task At(int tickets, bool keep)
    {
        var seeded = await DeskSeed.Folder(tickets, keep);
        var desk = await SeededDesk.Of(Path.Combine(seeded, "csdashboard.db"));
        await using var own = await UsedDesk.Of(seeded, postgres);
        await using var bare = await UsedDesk.Of(seeded, postgres);
        if (!keep)
            Directory.Delete(seeded, recursive: true);
        await BareRows.Prepare(new BareDatabase(bare.Database));
        await using var product = await Server.Product(own.Folder, published, postgres is null ? null : own.Database);
        await using var ceiling = await Server.Raw(bare.Database);
        await product.Settled();
        await Measure(product, ceiling, desk, tickets);
    }

    private async Task Measure(Server product, Server ceiling, SeededDesk desk, int tickets)
    {
        var (idle, bareIdle) = (product.Resident, ceiling.Resident);
        var all = await DoorList.Of(product, desk);
        var doors = all.Where(d => Wanted(d.Name)).ToList();
        // What all doors share is compiled for good before the first is measured.
        foreach (var door in doors.Where(d => !d.IsWrite))
        {
            await DoorLoad.Of(product, door.Requests, 16, (TimeSpan.Zero, measured * 0.2), isWrite: false);
            await DoorLoad.Of(ceiling, Bare(ceiling, door, 10_000), 16, (TimeSpan.Zero, measured * 0.1), isWrite: false);
        }
        var beside = new Neighbours([product, ceiling]);
        Clocked.Head(
            $"Doors at {tickets:N0} tickets{(postgres is null ? "" : ", on PostgreSQL")}",
            "what",
            "callers",
            "a second",
            "p50, ms",
            "p99, ms",
            "KB",
            "CPU, ms",
            "ceiling, a second",
            "its p50; CPU, ms",
            "ratio"
        );
        foreach (var door in doors)
        foreach (var callers in door.Callers)
            await Knock(product, ceiling, door, callers);
        if (Wanted("first loads"))
            await First(product, ceiling, all.Single(d => d.Name == DoorList.Inbox));
        Console.WriteLine($"Others used {beside.Percent:0} % of the machine meanwhile.");
        Clocked.Head($"Memory at {tickets:N0} tickets, MB", "when", "CsDashboard", "ceiling");
        Clocked.Line("idle", $"{idle:0}", $"{bareIdle:0}");
        Clocked.Line("after all of it", $"{product.Resident:0}", $"{ceiling.Resident:0}");
    }

    private async Task Knock(Server product, Server ceiling, Door door, int callers)
    {
        var own = await DoorLoad.Of(product, door.Requests, callers, (measured * 0.3, measured), door.IsWrite);
        var raw = await DoorLoad.Of(ceiling, Bare(ceiling, door, own.Bytes), callers, (measured * 0.1, measured * 0.4), door.IsWrite);
        if (!rates.TryGetValue((door.Name, callers), out var sizes))
            rates[(door.Name, callers)] = sizes = [];
        sizes.Add(own.PerSecond);
        Clocked.Line(
            door.Name,
            $"{callers}",
            $"{own.PerSecond:N0}",
            $"{own.Times.At(0.5):0.0}",
            $"{own.Times.At(0.99):0.0}",
            $"{own.Bytes / 1024:0.0}",
            $"{own.Processor:0.00}",
            $"{raw.PerSecond:N0}",
            $"{raw.Times.At(0.5):0.0}; {raw.Processor:0.00}",
            $"{own.PerSecond / raw.PerSecond:0.00}"
        );
    }

    private static async Task First(Server product, Server ceiling, Door inbox)
    {
        var (own, raw, bytes) = (new List<double>(), new List<double>(), 0);
        using (var wire = new Wire(product.Address))
            bytes = wire.Ask(inbox.Requests[0]);
        for (var i = 0; i < 3; i++)
        {
            own.Add(await DoorLoad.AtOnce(product, inbox.Requests[0], FirstLoads));
            raw.Add(await DoorLoad.AtOnce(ceiling, Bare(ceiling, inbox, bytes)[0], FirstLoads));
        }
        Clocked.Head($"{FirstLoads} first loads of the inbox at once, until the last is there, the best and the worst of three");
        Clocked.Line("ms", $"{own.Min():0} to {own.Max():0}", $"{raw.Min():0} to {raw.Max():0}", $"{raw.Min() / own.Min():0.00}");
    }

    private static byte[][] Bare(Server ceiling, Door door, double bytes)
    {
        var caller = new Caller(ceiling.Address, "");
        return
        [
            .. door
                .Bare.Select(path => string.Create(CultureInfo.InvariantCulture, $"{path}&bytes={bytes:0}"))
                .Select(path => door.IsWrite ? caller.Post(path) : caller.Get(path)),
        ];
    }

    private void Growth(List<int> sizes)
    {
        Clocked.Head(
            $"Requests a second at {string.Join(" / ", sizes.Select(s => $"{s:N0}"))} tickets",
            "what",
            "callers",
            "a second",
            "times as long"
        );
        foreach (var ((door, callers), all) in rates)
            Clocked.Line(door, $"{callers}", string.Join(" / ", all.Select(r => $"{r:N0}")), $"{all[0] / all[^1]:0.00}");
    }
}
