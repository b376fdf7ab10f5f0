namespace CsDashboard.Bench;

/// <summary>What an open inbox page costs the server, in a real browser, and whether it is given back.</summary>
internal static class Memory
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(190);

    public static async Task Run(int count)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        await seed.GrowTo(10_000, search: false);
        var parts = new PartsHeld();
        var address = await Server.ProductHere(house.Folder);
        // The browser is driven from another process: what drives it would be measured as well.
        await using var browser = Browsing.Of(address);
        await browser.Do("sign-in");
        // The first pages pay for what is loaded once.
        await browser.Do("open 10 /desk");
        await browser.Do("close");
        // A page that is gone is kept for three minutes, in case it comes back; by then it must not stand in either figure.
        await Task.Delay(Kept);
        var before = Managed();
        await browser.Do($"open {count} /desk");
        // What their arrival took of the server's buffers goes back within a minute; they stay for the day.
        await Task.Delay(TimeSpan.FromMinutes(1));
        var open = Managed();
        var held = parts.OfPages();
        await browser.Do("close");
        await Task.Delay(Kept);
        var after = Managed();
        Clocked.Head("Components of an open inbox page", "which", "how many", "KB of parts");
        foreach (var (component, many, kilobytes) in held.Take(15))
            Clocked.Line(component, $"{many:0.0}", $"{kilobytes:0.0}");
        Clocked.Line("all", $"{held.Sum(h => h.Count):0.0}", $"{held.Sum(h => h.Kilobytes):0.0}");
        Clocked.Head($"Memory of {count} open inbox pages, managed heap after a full collection");
        Clocked.Line("KB for each page", $"{(open - before) / 1024.0 / count:0}", "300", "aim: below 300");
        Clocked.Line(
            "KB a page still held 3 minutes after they left",
            $"{(after - before) / 1024.0 / count:0}",
            "0",
            $"{(open - after) * 100.0 / (open - before):0} % given back"
        );
    }

    /// <summary>What an open list costs: of people, fifty rows in the component library's grid, or another one by its address.</summary>
    public static async Task Lists(int count, string path = "/admin/users?view=customers")
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        await seed.CustomersWhoSignIn(200);
        await seed.GrowTo(1_000, search: false);
        var parts = new PartsHeld();
        await using var browser = Browsing.Of(await Server.ProductHere(house.Folder));
        await browser.Do("sign-in");
        await browser.Do("open 5 " + path);
        await browser.Do("close");
        await Task.Delay(Kept);
        var before = Managed();
        await browser.Do($"open {count} {path}");
        await Task.Delay(TimeSpan.FromMinutes(1));
        var open = Managed();
        Clocked.Head($"Components of an open {path}", "which", "how many", "KB of parts");
        foreach (var (component, many, kilobytes) in parts.OfPages().Take(15))
            Clocked.Line(component, $"{many:0.0}", $"{kilobytes:0.0}");
        Clocked.Head($"Memory of {count} open {path}, managed heap after a full collection");
        Clocked.Line("KB for each page", $"{(open - before) / 1024.0 / count:0}", "1,536", "aim: at most 1.5 MB");
    }

    private static long Managed()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
