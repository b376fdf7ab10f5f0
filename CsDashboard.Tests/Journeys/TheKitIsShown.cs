using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>Every piece of ours and of the library, closed and opened, can be read and used by everybody, and breaks no policy.</summary>
public sealed class TheKitIsShown(TestApp app) : BrowserTests(app)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("ar", true)]
    public async Task The_library_is_right_with_everything_opened(string language, bool dark)
    {
        var karim = await Browser.As(App.Karim, Look.Desktop with { Dark = dark });
        await karim.Context.APIRequest.GetAsync($"/app/culture?culture={language}", new() { MaxRedirects = 0 });
        await karim.Go("kit/library");
        await karim.Find(".mud-table-body tr.mud-table-row").First.WaitForAsync();
        await ShouldBeRight(karim);
        // A life runs along the side where the reading begins; what is still to come is said to be.
        var step = karim.Find(".timeline > li").Last;
        var (mark, text) = (await step.Locator(".timeline-mark").BoundingBoxAsync(), await step.Locator("p").BoundingBoxAsync());
        (mark!.X > text!.X).ShouldBe(language == "ar");
        (await step.Locator(".visually-hidden").TextContentAsync()).ShouldBe(language == "ar" ? "لم يحدث بعد" : "Still to come");

        await Opened(karim, "#kit-dialog", ".mud-dialog");
        await Opened(karim, ".mud-menu button", ".mud-popover-open [role=menuitem]");
        await AListIsRight(karim);
        for (var i = 0; i < 2; i++)
            await Opened(
                karim,
                $"#kit-pickers .mud-picker >> nth={i} >> .mud-input-adornment button",
                ".mud-picker-calendar-day, .mud-day"
            );
        foreach (var (picker, typed) in new[] { ("input >> nth=0", ""), ("#kit-country", "egypt"), ("#kit-zone", "القاهرة") })
        {
            await karim.Find("#kit-pickers .mud-autocomplete " + picker).ClickAsync();
            if (typed.Length > 0)
                await karim.Find(picker).FillAsync(typed);
            await karim.Find(".mud-popover-open .mud-list-item").First.WaitForAsync();
            await ShouldBeRight(karim);
            await karim.Press("Escape");
        }

        await karim.Find("#kit-drawer").ClickAsync();
        await karim.Find(".mud-drawer--open #kit-drawer-close").WaitForAsync();
        await ShouldBeRight(karim);
        await karim.Find("#kit-drawer-close").ClickAsync();
        await karim.Page.SetViewportSizeAsync(360, 780);
        await karim.ShouldNotScrollSideways();
    }

    [Fact]
    public async Task The_kit_is_right()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("kit");
        await ShouldBeRight(karim);
        await karim.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShouldBeRight(karim);
    }

    [Theory]
    [InlineData("en", "ArrowLeft")]
    [InlineData("ar", "ArrowRight")]
    public async Task A_chart_says_its_values_to_mouse_and_keyboard_and_runs_as_the_page_reads(string language, string back)
    {
        var karim = await Browser.As(App.Karim);
        await karim.Context.APIRequest.GetAsync($"/app/culture?culture={language}", new() { MaxRedirects = 0 });
        await karim.Go("kit");
        var plot = karim.Find(".figure-chart-plot").First;
        var tip = plot.Locator(".figure-chart-tip");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        var box = (await plot.BoundingBoxAsync())!;
        // January is where the reading begins.
        var begin = language == "ar" ? box.Width - 4 : 4;
        await plot.HoverAsync(
            new()
            {
                Position = new() { X = begin, Y = 40 },
            }
        );
        await Assertions.Expect(tip).ToContainTextAsync(language == "ar" ? "يناير ٢٠٢٦" : "January 2026");
        await Assertions.Expect(tip).ToContainTextAsync(language == "ar" ? "١٢" : "12");
        await karim.Page.Mouse.MoveAsync(2, 2);
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await plot.PressAsync("End");
        await karim.Press(back);
        await karim.Press(back);
        await Assertions.Expect(tip).ToContainTextAsync(language == "ar" ? "أكتوبر" : "October");
        (await plot.GetAttributeAsync("aria-valuenow")).ShouldBe("10");
        (await plot.GetAttributeAsync("aria-valuetext"))!.ShouldContain(language == "ar" ? "٢٢" : "22");
        await karim.Press("Home");
        (await plot.GetAttributeAsync("aria-valuenow")).ShouldBe("1");
        await karim.Press("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await karim.ShouldBeAccessible();
    }

    // Its columns, a row, an order, what matches nothing and what there isn't.
    private static async Task AListIsRight(Seat seat)
    {
        await seat.Find("[popovertarget^=columns]").First.PressAsync("Enter");
        await seat.Find(".list-columns input").First.WaitForAsync();
        await ShouldBeRight(seat);
        await seat.Press("Escape");
        await seat.Find(".list-row button").First.ClickAsync();
        await seat.Find(".list-below").WaitForAsync();
        await ShouldBeRight(seat);
        await seat.Find(".list-sort").Last.ClickAsync();
        await Assertions.Expect(seat.Find(".list-sort[aria-current]")).ToHaveCountAsync(1);
        await ShouldBeRight(seat);
        foreach (var nothing in new[] { "q=nobodyatall", "sort=shoes" })
        {
            await seat.Go("kit/library?" + nothing);
            await seat.Find(".empty-title").First.WaitForAsync();
            await ShouldBeRight(seat);
        }
        await seat.Go("kit/library");
        await seat.Find(".list-row").First.WaitForAsync();
    }

    private static async Task Opened(Seat seat, string opener, string opened)
    {
        await seat.Find(opener).First.PressAsync("Enter");
        await seat.Find(opened).First.WaitForAsync();
        await ShouldBeRight(seat);
        await seat.Press("Escape");
        // The picker of a period hears the key only from within.
        if (await seat.Find(".mud-picker-inline-paper").CountAsync() > 0)
            await seat.Page.Mouse.ClickAsync(2, 2);
        await Assertions.Expect(seat.Find(opened)).ToHaveCountAsync(0);
    }

    private static async Task ShouldBeRight(Seat seat)
    {
        await seat.ShouldBeAccessible();
        await LibrarySheet.ShouldHaveTheRulesOf(seat);
    }
}
