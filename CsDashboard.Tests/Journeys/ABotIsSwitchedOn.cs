using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class ABotIsSwitchedOn
{
    [Fact]
    public async Task An_admin_switches_a_bot_on_the_server_is_killed_and_comes_back_and_so_does_the_bot_until_it_is_switched_off()
    {
        await using var server = await ServerProcess.Start();
        await using var browser = new Browser(server.Address);
        var amina = await browser.Anyone(name: "Amina");
        await amina.SignIn(CastIds.EmailOf("Amina"), NamedCast.Password);
        foreach (
            var fault in new[]
            {
                "ERR_CONNECTION_REFUSED",
                "ERR_CONNECTION_RESET",
                "WebSocket",
                "Failed to load resource",
                "Failed to fetch",
            }
        )
            amina.Expect(fault);
        await amina.Go("admin/bots");
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "off");
        await amina.Sees("[data-bot=crypto]").ToContainTextAsync("sample data");
        await amina.ShouldBeAccessible();

        // Without a reason it is not done.
        await amina.Find("[data-bot=crypto] .btn-primary").ClickAsync();
        await amina.Find("#switch-do").ClickAsync();
        await amina.Sees("dialog[open] .field-error").ToContainTextAsync("Say why");
        await amina.ShouldBeAccessible();
        await amina.Find("#switch-reason").FillAsync("The night shift begins");
        await amina.Find("#switch-do").ClickAsync();
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "running");
        await amina.Sees("[data-bot=crypto]").ToContainTextAsync("The night shift begins");
        // It breathes: the card changes by itself.
        var before = await amina.Find("[data-bot=crypto] .bot-candle time").GetAttributeAsync("datetime");
        await Assertions.Expect(amina.Find("[data-bot=crypto] .bot-candle time")).Not.ToHaveAttributeAsync("datetime", before!);

        await amina.Remember();
        await server.Kill();
        await server.StartAgain();
        // The open page finds the server again by itself.
        await amina.Page.WaitForFunctionAsync(
            "() => window.sameAsBefore === undefined && document.documentElement.dataset.started === ''",
            null,
            new() { Timeout = 60_000 }
        );
        await amina.Settle();
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "running");
        await amina.Sees("[data-bot=crypto]").ToContainTextAsync("The night shift begins");

        await amina.Find("[data-bot=crypto] .btn-danger").ClickAsync();
        await amina.Find("#switch-reason").FillAsync("Enough for today");
        await amina.Find("#switch-do").ClickAsync();
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "off");
        await amina.Go("admin/bots");
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "off");
        await amina.Sees("[data-bot=crypto]").ToContainTextAsync("Enough for today");
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_bot_is_set_on_a_form_that_says_what_is_wrong()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("admin/bots");
        await amina.Find("[data-bot=forex] .card-body .btn").Last.ClickAsync();
        await amina.Find("#bot-pairs").FillAsync("XAU/USD");
        await amina.Find("#bot-speed").FillAsync("0");
        await amina.Find("dialog[open] .dialog-foot .btn-primary").ClickAsync();
        await amina.Sees("dialog[open] .field-error").ToHaveCountAsync(2);
        await amina.ShouldBeAccessible();
        await amina.Find("#bot-pairs").FillAsync("gbp/usd");
        await amina.Find("#bot-speed").FillAsync("600");
        await amina.Find("#bot-interval").SelectOptionAsync("1h");
        await amina.Find("dialog[open] .dialog-foot .btn-primary").ClickAsync();
        await amina.Sees("[data-bot=forex] .facts").ToContainTextAsync("GBP/USD · 1h");
        var settings = (await app.Get<CsDashboard.Bots.TradingBots>().Get(app.Amina, BotType.Forex)).Settings;
        (settings.Pairs, settings.Speed, settings.Interval).ShouldBe(("GBP/USD", 600, "1h"));
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task Another_bot_is_added_set_to_a_real_market_and_switched_on_only_by_its_name()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("admin/bots");
        await amina.Find("#bot-add").ClickAsync();
        await amina.Find("#bot-add-do").ClickAsync();
        await amina.Sees("#add-name-error").Not.ToBeEmptyAsync();
        await amina.ShouldBeAccessible();
        await amina.Find("#add-name").FillAsync("Night owl");
        await amina.Find("#bot-add-do").ClickAsync();
        // It is set before it is switched on.
        await amina.Sees("#bot-name").ToHaveValueAsync("Night owl");
        await amina.Find("#bot-feed").SelectOptionAsync("exchange");
        await amina.Find("#bot-address").FillAsync("http://127.0.0.1:9");
        await amina.Find("dialog[open] .dialog-foot .btn-primary").ClickAsync();
        var key = (await app.Get<CsDashboard.Bots.TradingBots>().List(app.Amina)).Single(b => b.Name == "Night owl").Key;
        var card = $"[data-bot='{key.Extra:N}']";
        await amina.Sees(card).ToContainTextAsync("Night owl");
        await amina.Find(card + " .btn-primary").ClickAsync();
        await amina.Find("#switch-reason").FillAsync("The night begins");
        await amina.Sees("#switch-do").ToBeDisabledAsync();
        await amina.Find("#switch-name").FillAsync("Crypto bot");
        await amina.Sees("#switch-do").ToBeDisabledAsync();
        await amina.ShouldBeAccessible();
        await amina.Page.SetViewportSizeAsync(390, 844);
        await amina.ShouldNotScrollSideways();
        await amina.Page.SetViewportSizeAsync(1280, 800);
        await amina.Find("#switch-name").FillAsync("night owl");
        await amina.Find("#switch-do").ClickAsync();
        await amina.Sees(card).Not.ToHaveAttributeAsync("data-state", "off");
        await amina.Sees("[data-bot=crypto]").ToHaveAttributeAsync("data-state", "off");
        (await app.Get<CsDashboard.Bots.TradingBots>().Log(app.Amina, key)).ShouldContain(l => l.Sentence.Contains("The night begins"));

        // Off again it says who switched it last, and goes.
        await amina.Find(card + " .btn-danger").ClickAsync();
        await amina.Sees("#switch-last").ToContainTextAsync("Amina");
        await amina.Find("#switch-reason").FillAsync("Enough");
        await amina.Find("#switch-do").ClickAsync();
        await amina.Sees(card).ToHaveAttributeAsync("data-state", "off");
        await amina.Find(card + " .btn-ghost").ClickAsync();
        await amina.Find("#bot-remove").ClickAsync();
        await amina.Sees(card).ToHaveCountAsync(0);
        browser.ShouldBeQuiet();
    }
}
