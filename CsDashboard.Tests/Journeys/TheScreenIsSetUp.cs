using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>How somebody wants their screen: colours, height of rows, hours of their own zone.</summary>
public sealed class TheScreenIsSetUp(TestApp app) : BrowserTests(app)
{
    private const string Ground = "getComputedStyle(document.documentElement).backgroundColor";

    [Fact]
    public async Task The_first_thing_drawn_has_the_colours_that_were_chosen_before_any_script_ran()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("account");
        var light = await karim.Page.EvaluateAsync<string>(Ground);
        await karim.Find("[data-theme-set=dark]").First.ClickAsync();
        await Assertions.Expect(karim.Find("html")).ToHaveAttributeAsync("data-theme", "dark");
        var dark = await karim.Page.EvaluateAsync<string>(Ground);
        dark.ShouldNotBe(light);
        // No script comes through: what is seen is what the server said.
        await karim.Context.RouteAsync("**/*.js*", route => route.AbortAsync());
        foreach (var page in new[] { "desk", "help" })
        {
            await karim.Page.GotoAsync(page);
            (await karim.Page.EvaluateAsync<string>(Ground)).ShouldBe(dark, page);
        }
        karim.Expect("net::ERR_FAILED");
        // Who chose nothing has what their system says.
        var visitor = await Browser.Anyone(Look.Desktop with { Dark = true });
        await visitor.Context.RouteAsync("**/*.js*", route => route.AbortAsync());
        visitor.Expect("net::ERR_FAILED");
        await visitor.Page.GotoAsync("login");
        (await visitor.Page.EvaluateAsync<string>(Ground)).ShouldBe(dark);
    }

    [Fact]
    public async Task Rows_are_as_high_as_one_wants_and_never_too_low_for_a_finger()
    {
        await App.Ticket(App.David, "Payout is late", "Three days now.");
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk?list=all");
        var row = karim.Find(".inbox-row").First;
        var before = (await row.BoundingBoxAsync())!.Height;
        await karim.Find("[data-density-toggle]").First.EvaluateAsync("button => button.click()");
        await Assertions.Expect(karim.Find("html")).ToHaveAttributeAsync("data-density", "compact");
        var compact = (await row.BoundingBoxAsync())!.Height;
        compact.ShouldBeInRange(24, before - 8);
        await karim.Go("desk?list=all");
        (await row.BoundingBoxAsync())!.Height.ShouldBe(compact);
    }

    [Fact]
    public async Task Hours_are_those_of_the_zone_that_one_chose()
    {
        await App.Ticket(App.David, "Which hour is this?", "Tell me.");
        var david = await Browser.As(App.David);
        var hours = new List<string>();
        foreach (var zone in new[] { "Asia/Kolkata", "America/New_York" })
        {
            await david.Go("account");
            await david.Find("#timezone").SelectOptionAsync(zone);
            // All of the page is said anew in the hours of the other zone.
            await david.Page.EvaluateAsync("window.before = true");
            await david.Find("form:has(#timezone) [type=submit]").ClickAsync();
            await david.Page.WaitForFunctionAsync("() => !window.before");
            await david.Go("portal/tickets");
            var time = david.Find("time.when").First;
            var at = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
            var there = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
            var exact = (await time.GetAttributeAsync("title"))!;
            exact.ShouldContain(there.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            hours.Add(exact);
        }
        hours[0].ShouldNotBe(hours[1]);
    }

    [Fact]
    public async Task A_page_that_jumps_is_noticed()
    {
        var visitor = await Browser.Anyone();
        await visitor.Go("login");
        await visitor.ShouldNotHaveJumped();
        await visitor.Page.EvaluateAsync(
            "() => { const late = document.createElement('div'); late.style.height = '400px'; document.body.prepend(late); }"
        );
        await visitor.Page.WaitForTimeoutAsync(300);
        (await Record.ExceptionAsync(visitor.ShouldNotHaveJumped)).ShouldBeOfType<ShouldAssertException>();
    }
}
