using CsDashboard.Engagement;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Journeys;

public sealed class AFriendIsReferred
{
    [Fact]
    public async Task From_the_link_to_the_first_order_that_completes_it()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var david = await browser.As(app.David);
        await david.Go("portal/rewards/refer");
        await david.Sees(".qr").ToBeVisibleAsync();
        await Right(david);
        var link = new Uri(await david.Find("[data-referral-link]").InnerTextAsync());

        var friend = await browser.Anyone(name: "Friend");
        await friend.Go(link.AbsolutePath.TrimStart('/'));
        await friend.Arrives("/register");
        await friend.Find("#name").FillAsync("Nadia Aziz");
        await friend.Find("#email").FillAsync("nadia@example.org");
        await friend.Find("#password").FillAsync("correct horse battery");
        await friend.Press("Enter");
        await friend.Arrives("/portal");

        // David's page follows by itself.
        await david.Sees("[data-list=referrals]").ToContainTextAsync("Nadia A.");
        await david.Sees("[data-list=referrals]").ToContainTextAsync("Waiting for the first order");
        var nadia = (await app.Get<CsDashboard.Customers.CustomerRecords>().Search(app.Karim, "nadia@example.org")).Single().Id;
        await app.Get<Orders>().Record(app.Product, nadia, new OrderInput { Number = "ORD-FIRST", Total = 99 });

        // Both came from this machine: an agent is asked.
        var karim = await browser.As(app.Karim);
        await karim.Go("admin/engagement/referrals");
        await karim.Sees(".case").ToContainTextAsync("Nadia Aziz");
        await karim.Sees(".case .tone-warning").ToBeVisibleAsync();
        await Right(karim);
        await karim.Find(".case .btn-primary").ClickAsync();
        await karim.Find("#case-note").FillAsync("Flat mates.");
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await karim.Sees(".case").ToHaveCountAsync(0);
        await david.Sees("[data-list=referrals]").ToContainTextAsync("Completed");
        await david.Sees(".figures-line").ToContainTextAsync("100");
        await using var db = app.Store.Open(app.Product);
        db.Events.Where(e => e.Kind == nameof(ReferralCompleted)).Count().ShouldBe(1);
    }

    private static async Task Right(Seat seat)
    {
        await seat.ShouldBeAccessible();
        await seat.Page.SetViewportSizeAsync(390, 844);
        await seat.ShouldNotScrollSideways();
        await seat.Page.SetViewportSizeAsync(1280, 800);
        seat.Complaints.ShouldBeEmpty();
    }
}
