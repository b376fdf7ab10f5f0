using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;
using CsDashboard.Vault;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TheVaultIsOpened
{
    [Fact]
    public async Task An_admin_unlocks_looks_exports_is_locked_out_by_time_and_at_last_by_five_wrong_pins()
    {
        var clock = new MovedClock();
        await using var app = await TestApp.Start(clock: clock);
        await app.Store.Write(
            app.Product,
            async db =>
            {
                var window = new List<Candle>();
                for (var i = 0; i < 60; i++)
                {
                    window.Add(VaultHouse.Candle(i) with { Close = 48_050m + 60 * (i % 5) });
                    await app.Get<ICandleStore>().Add(db, BotType.Crypto, "BTC/USD", "1h", window[^1], Indicators.Of(window));
                }
            }
        );
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("vault");
        await amina.Sees("#vault-pin").ToBeVisibleAsync();
        (await amina.Page.ContentAsync()).ShouldNotContain("48,");
        await Right(amina);

        // Unlock, in the digits of her keyboard.
        await amina.Find("#vault-pin").FillAsync("٢٣١٨٠٦");
        await amina.Press("Enter");
        await amina.Sees(".vault-table tbody tr").ToHaveCountAsync(60);
        await amina.Sees(".vault-clock").ToContainTextAsync("4:5");
        await amina.Sees(".chart .chart-up, .chart .chart-down").ToHaveCountAsync(60);
        await amina.Sees(".chart-line").ToHaveCountAsync(3);
        await Right(amina);

        // The filters are in the address, and the vault stays open on the way.
        await amina.Find("#filter-pair").SelectOptionAsync("BTC/USD");
        await amina.Arrives("/vault\\?pair=BTC%2FUSD");
        await amina.Find("#filter-to").FillAsync("2025-01-05");
        await amina.Find("#filter-to").BlurAsync();
        await amina.Sees(".vault-table tbody tr").ToHaveCountAsync(24);

        var download = await amina.Page.RunAndWaitForDownloadAsync(() => amina.Find(".vault-exports a").First.ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        lines.Length.ShouldBe(25);
        lines[0].ShouldStartWith("time,open,high,low,close,volume");

        // A file of one's own: seen first, then imported, and a repeat adds nothing.
        await amina.Find("a.tab").Nth(1).ClickAsync();
        await amina.Find("#import-pair").FillAsync("ETH/USD");
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "bad.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes("time,open,high,low,close,volume\n1767225600,1,2,0.5,1,=1+1\n"),
                }
            );
        await amina.Sees("main .notice[role=alert]").ToContainTextAsync("Line 2");
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "eth.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(VaultHouse.Csv(40)),
                }
            );
        await amina.Find("main .btn-primary").ClickAsync();
        await amina.Sees(".toast").ToContainTextAsync("40 candles added");
        await Right(amina);

        // Five minutes are over: it locks itself, and nothing is left on the page nor behind the API.
        clock.Move(TimeSpan.FromMinutes(5));
        await amina.Sees("#vault-pin").ToBeVisibleAsync();
        await amina.Sees("main").ToContainTextAsync("the vault has locked");
        (await amina.Page.ContentAsync()).ShouldNotContain("48,");
        (await amina.Context.APIRequest.GetAsync("/api/vault/export")).Status.ShouldBe(403);

        for (var left = 4; left >= 0; left--)
        {
            await amina.Find("#vault-pin").FillAsync("111222");
            await amina.Press("Enter");
            await amina
                .Sees(".field-error")
                .ToContainTextAsync(left > 0 ? (left == 1 ? "1 attempt left" : $"{left} attempts left") : "locked for 15");
        }
        await amina.Find("#vault-pin").FillAsync(VaultHouse.Pin);
        await amina.Press("Enter");
        await amina.Sees(".field-error").ToContainTextAsync("Too many wrong PINs");
        await app.Drain();
        await amina.Find(".bell").ClickAsync();
        await amina.Sees("[data-menu]:popover-open").ToContainTextAsync("five wrong PINs");
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task Leaving_the_page_locks_it_and_so_does_the_button()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("vault");
        await amina.Find("#vault-pin").FillAsync(VaultHouse.Pin);
        await amina.Press("Enter");
        await amina.Find(".page-actions .btn").ClickAsync();
        await amina.Sees("#vault-pin").ToBeVisibleAsync();
        await amina.Find("#vault-pin").FillAsync(VaultHouse.Pin);
        await amina.Press("Enter");
        await amina.Sees(".vault-clock").ToBeVisibleAsync();
        (await amina.Context.APIRequest.GetAsync("/api/vault/udf/time")).Status.ShouldBe(200);
        await amina.Find("a[href='/admin/bots']").First.ClickAsync();
        await amina.Sees("[data-bot=crypto]").ToBeVisibleAsync();
        // The page that was left is taken down right after the new one is drawn.
        await Steps.Sooner(
            async () => (await amina.Context.APIRequest.GetAsync("/api/vault/udf/time")).Status == 403 ? "locked" : null,
            "The lock"
        );
        await amina.Page.GoBackAsync();
        await amina.Sees("#vault-pin").ToBeVisibleAsync();
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task In_Arabic_on_a_phone_it_is_the_same()
    {
        await using var app = await TestApp.Start();
        await app.Get<CandleImports>().Fill(app.Amina, BotType.Forex, "EUR/USD", TimeSpan.FromDays(2));
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina, Look.Arabic with { Width = 390, Height = 844, Touch = true });
        await amina.Context.APIRequest.GetAsync("/app/culture?culture=ar", new() { MaxRedirects = 0 });
        await amina.Go("vault");
        await amina.Sees("html").ToHaveAttributeAsync("dir", "rtl");
        // The sixth digit opens it; the chart is of the whole period, the table of its page.
        await amina.Sees("#vault-pin").ToBeFocusedAsync();
        await amina.Page.Keyboard.InsertTextAsync("٢٣١٨٠٦");
        await amina.Sees(".vault-table tbody tr").ToHaveCountAsync(120);
        await amina.Sees(".chart .chart-up, .chart .chart-down").ToHaveCountAsync(192);
        await amina.Sees(".vault-clock").ToContainTextAsync("٤:");
        await amina.ShouldBeAccessible();
        await amina.ShouldNotScrollSideways();
        await amina.Find(".pager a[rel=next]").ClickAsync();
        await amina.Sees(".vault-table tbody tr").ToHaveCountAsync(72);
        await amina.Find(".pager a[rel=prev]").ClickAsync();
        await amina.Sees(".vault-table tbody tr").ToHaveCountAsync(120);
        browser.ShouldBeQuiet();
    }

    private static async Task Right(Seat seat)
    {
        await seat.ShouldBeAccessible();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await seat.ShouldBeAccessible();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await seat.Page.SetViewportSizeAsync(390, 844);
        await seat.ShouldNotScrollSideways();
        await seat.Page.SetViewportSizeAsync(1280, 800);
    }

    /// <summary>The real time, moved on by a test.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public void Move(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
