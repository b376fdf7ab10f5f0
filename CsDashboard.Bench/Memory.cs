using Microsoft.Playwright;

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
        var address = await Server.ProductHere(house.Folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--process-per-site", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"],
        });
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString() });
        await SignIn(await context.NewPageAsync());
        // The first pages pay for what is loaded once.
        var first = await Open(context, 10);
        foreach (var page in first) await page.CloseAsync();
        // A page that is gone is kept for three minutes, in case it comes back; by then it must not stand in either figure.
        await Task.Delay(Kept);
        var before = Managed();
        var pages = await Open(context, count);
        var open = Managed();
        foreach (var page in pages) await page.CloseAsync();
        await Task.Delay(Kept);
        var after = Managed();
        Clocked.Head($"Memory of {count} open inbox pages, managed heap after a full collection");
        Clocked.Line("KB for each page", $"{(open - before) / 1024.0 / count:0}", "300", "aim: below 300");
        Clocked.Line("KB a page still held 3 minutes after they left", $"{(after - before) / 1024.0 / count:0}", "0", $"{(open - after) * 100.0 / (open - before):0} % given back");
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/login");
        await page.FillAsync("input[type=email]", Seed.AgentEmail);
        await page.FillAsync("input[type=password]", Seed.Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/desk**");
        await page.CloseAsync();
    }

    private static async Task<List<IPage>> Open(IBrowserContext context, int count)
    {
        var pages = new List<IPage>();
        for (var i = 0; i < count; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync("/desk", new() { Timeout = 180_000 });
            await page.WaitForSelectorAsync("[data-row]", new() { Timeout = 180_000 });
            pages.Add(page);
        }
        await Task.Delay(3_000);
        return pages;
    }

    private static long Managed()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
