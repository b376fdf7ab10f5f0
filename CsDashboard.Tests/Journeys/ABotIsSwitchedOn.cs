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
}
