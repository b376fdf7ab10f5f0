using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Tests.Journeys;

public sealed class OnEachDatabase
{
    /// <summary>SQLite answers before a page is first drawn; PostgreSQL after it. A page must be right both times.</summary>
    [Theory, EachDatabase]
    public async Task Pages_are_drawn_before_what_they_show_has_come(DatabaseKind kind)
    {
        await using var app = await TestApp.Start(kind);
        var ticket = await app.Ticket(app.David, "Drawn at once");
        await using var browser = new Browser(app);
        var (karim, amina, david) = (await browser.As(app.Karim), await browser.As(app.Amina), await browser.As(app.David));
        await Walk(karim, "desk", $"desk/tickets/{ticket.Id}", "desk/chat", "desk/customers", "desk/calls", "admin/engagement/referrals");
        await Walk(
            amina,
            "admin",
            "admin/customers",
            "admin/engagement",
            "admin/security",
            "admin/audit",
            "admin/signals",
            "admin/bots",
            "admin/users",
            "admin/knowledge",
            "admin/engagement/segments",
            "admin/engagement/offers"
        );
        await Walk(
            david,
            "portal",
            "portal/tickets",
            $"portal/tickets/{ticket.Id}",
            "portal/chat",
            "portal/rewards",
            "portal/signals",
            "account"
        );
        await karim.Go($"desk/tickets/{ticket.Id}");
        await karim.Find("#reply").WaitForAsync();
        app.Log.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
        browser.ShouldBeQuiet();
    }

    private static async Task Walk(Seat seat, params string[] pages)
    {
        foreach (var page in pages)
            (await seat.Go(page))!.Status.ShouldBe(200, page);
    }
}
