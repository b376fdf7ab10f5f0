using System.Text.RegularExpressions;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TheSameOnAPhoneInArabic(TestApp app) : BrowserTests(app)
{
    private static readonly Look Phone = Look.Phone with { Locale = "ar-SA", TimeZone = "Asia/Riyadh" };

    [Theory, InlineData(360, "ar-SA"), InlineData(430, "en-GB"), InlineData(360, "en-GB")]
    public async Task Every_button_of_a_ticket_that_nobody_has_taken_is_on_the_screen(int width, string locale)
    {
        var ticket = await App.Ticket(App.David, "A ticket that nobody has taken yet");
        var karim = await Browser.As(App.Karim, Look.Phone with { Width = width, Locale = locale });
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.ShouldNotScrollSideways();
        var outside = await karim.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.ticket-head button, .ticket-head a')].filter(one => one.checkVisibility()).map(one => [one.textContent.trim(), one.getBoundingClientRect()])
              .filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([text]) => text)
            """
        );
        outside.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_asks_and_is_answered_on_a_phone_in_Arabic()
    {
        var sara = await Browser.As(App.Sara, Phone);
        await ShouldBeArabic(sara);

        await sara.Go("portal/tickets/new");
        await ShouldBeArabic(sara);
        await sara.Find("#subject").FillAsync("لم تصل الدفعة الأخيرة");
        await sara.Find("#description").FillAsync("أنتظرها منذ يوم الأحد، ورقم العملية 4711.");
        await sara.Page.GetByRole(AriaRole.Button, new() { Name = "إرسال التذكرة" }).ClickAsync();
        await sara.Arrives("/portal/tickets/[0-9a-f-]{36}$");
        await sara.Sees(".said-own .said-text").ToContainTextAsync("أنتظرها منذ يوم الأحد");
        await ShouldBeArabic(sara);
        await Assertions.Expect(sara.Find(".my-facts time")).ToHaveTextAsync(new Regex("^[٠-٩]{1,2} [\\u0600-\\u06ff]+ [٠-٩]{4}$"));
        await sara.Remember();

        // Somebody answers while the page lies open: what comes by itself is in Arabic too.
        var ticket = Guid.Parse(sara.Page.Url[^36..]);
        await App.Get<Tickets>().Reply(App.Karim, ticket, new NewMessage { Body = "تم الإرسال اليوم.", Status = "pending" });
        await sara.Sees(".said-other .said-text").ToHaveTextAsync("تم الإرسال اليوم.");
        await sara.Sees(".my-facts .badge >> nth=0").ToHaveTextAsync("بانتظار ردّك");
        await sara.Sees(".thread-day").ToHaveTextAsync("اليوم");
        await App.Get<Tickets>().Change(App.Karim, ticket, new TicketChange { Status = "resolved" });
        await sara.Sees(".my-facts .badge >> nth=0").ToHaveTextAsync("محلولة");
        await sara.Sees(".thread-line >> nth=-1").ToContainTextAsync("حُلّت التذكرة");
        await sara.ShouldNotHaveReloaded();
        await ShouldBeArabic(sara);

        foreach (var page in new[] { "portal", "portal/tickets", "portal/calls", "portal/notifications", "account", "help" })
        {
            await sara.Go(page);
            await ShouldBeArabic(sara);
        }
        await sara.Go("portal/tickets");
        await sara.Find("[data-row-link]").First.ClickAsync();
        await sara.Sees("h1").ToHaveTextAsync("لم تصل الدفعة الأخيرة");
    }

    private static async Task ShouldBeArabic(Seat seat)
    {
        await Assertions.Expect(seat.Find("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(seat.Find("html")).ToHaveAttributeAsync("lang", "ar");
        await seat.ShouldNotScrollSideways();
        var times = await seat.Find("time").AllInnerTextsAsync();
        times.ShouldAllBe(time => !time.Any(char.IsAsciiDigit), $"Latin digits in a time on {seat.Page.Url}: {string.Join(" | ", times)}");
        var words = await seat.Find("h1, h2, label, .btn-text, .nav-text, .badge").AllInnerTextsAsync();
        words
            .Where(word => Regex.IsMatch(Regex.Replace(word, "Sara|Karim|Ctrl|Enter|English|UTC", ""), "[A-Za-z]{3}"))
            .ShouldBeEmpty($"English on {seat.Page.Url}");
    }
}
