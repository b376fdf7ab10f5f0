using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TheMenu(TestApp app) : BrowserTests(app)
{
    // What can be seen of the lines.
    private const string Seen = ".nav-link[data-nav] >> visible=true";

    [Fact]
    public async Task On_a_phone_it_is_a_bar_of_four_and_the_rest_is_one_touch_away()
    {
        foreach (
            var (person, first, elsewhere) in new[]
            {
                (App.Sara, "portal", "portal/rewards"),
                (App.Karim, "desk", "help"),
                (App.Amina, "desk", "admin/audit"),
            }
        )
        {
            var seat = await Browser.As(person, Look.Phone);
            await seat.Go(first);
            await Assertions.Expect(seat.Find(Seen)).ToHaveCountAsync(4);
            var bar = await seat.Find(Seen).AllInnerTextsAsync();
            await ShouldBeMarked(seat, first);

            // A page that is not among the four takes the place of the last.
            await seat.Go(elsewhere);
            await Assertions.Expect(seat.Find(Seen)).ToHaveCountAsync(4);
            (await seat.Find(Seen).AllInnerTextsAsync()).Take(3).ShouldBe(bar.Take(3));
            await ShouldBeMarked(seat, elsewhere);

            var more = seat.Find("[data-nav-more]");
            await more.ClickAsync();
            await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "true");
            await Assertions.Expect(seat.Find(Seen)).ToHaveCountAsync(await seat.Find(".nav-link[data-nav]").CountAsync());
            await seat.ShouldFitAPhone();
            await seat.ShouldBeAccessible();
            await seat.Press("Escape");
            await Assertions.Expect(seat.Find(Seen)).ToHaveCountAsync(4);
            (await seat.Page.EvaluateAsync<bool>("document.activeElement.matches('[data-nav-more]')")).ShouldBeTrue();

            await more.ClickAsync();
            var last = seat.Find(".nav-link[data-nav]").Last;
            var address = await last.GetAttributeAsync("href");
            await last.ClickAsync();
            await seat.Arrives(address + "$");
            await Assertions.Expect(seat.Find(Seen)).ToHaveCountAsync(4);
            await ShouldBeMarked(seat, address!.TrimStart('/'));
        }
    }

    [Fact]
    public async Task Staff_see_names_beside_the_icons_until_they_choose_otherwise()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk");
        (await Width(karim)).ShouldBeGreaterThan(150);
        await karim.Find("[data-rail-toggle]").ClickAsync();
        (await Width(karim)).ShouldBeLessThan(80);
        await karim.Go("desk/customers");
        (await Width(karim)).ShouldBeLessThan(80);

        // Somebody else in the same browser has chosen nothing.
        await karim.Find(".user-button").ClickAsync();
        await karim.Find("[data-logout] button").ClickAsync();
        await karim.Arrives("/login");
        await karim.SignIn(CastIds.EmailOf("Amina"), NamedCast.Password);
        (await Width(karim)).ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task Who_is_signed_in_keeps_the_product_around_them_in_the_help_centre()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("help");
        await ShouldBeMarked(karim, "help");
        await Assertions.Expect(karim.Find(".help-more")).ToHaveCountAsync(0);
        await karim.Find(".nav-link[href='/desk']").ClickAsync();
        await karim.Arrives("/desk$");
        await karim.Settle();
        await karim.Press("g");
        await karim.Press("k");
        await karim.Arrives("/help$");
        await karim.ShouldBeAccessible();

        var sara = await Browser.As(App.Sara);
        await sara.Go("help");
        await ShouldBeMarked(sara, "help");
        await Assertions.Expect(sara.Find(".help-more a")).ToBeVisibleAsync();
    }

    private static Task<int> Width(Seat seat) =>
        seat.Page.EvaluateAsync<int>("Math.round(document.querySelector('.rail').getBoundingClientRect().width)");

    private static async Task ShouldBeMarked(Seat seat, string page)
    {
        var marked = seat.Find(".nav-link[aria-current=page] >> visible=true");
        await Assertions.Expect(marked).ToHaveCountAsync(1);
        await Assertions.Expect(marked).ToHaveAttributeAsync("href", "/" + page);
    }
}
