using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Notifications;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Notifications;

public sealed class NoticePagesTests
{
    [Fact]
    public async Task A_switch_on_the_account_page_is_kept_at_once_and_the_list_of_what_was_sent_says_why()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<AccountPage>("/account/notifications");
        await page.WaitForElement("#notices input[aria-label='Orders: In-app']").ChangeAsync(false);
        (await house.Get<Preferences>().Get(house.David)).Set.Has(Channel.Bell, NoticeTopic.Orders).ShouldBeFalse();
        await page.FindAll("#notices .notice-more input[type=checkbox]")[1].ChangeAsync(true);
        page.WaitForAssertion(() =>
            page.FindAll("#notices input[type=time]").Select(i => i.GetAttribute("value")).ShouldBe(["22:00", "08:00"])
        );
        await page.FindAll("#notices input[type=time]")[1].ChangeAsync("22:00");
        (await house.Get<Preferences>().Get(house.David)).Set.QuietUntil.ShouldBe(new TimeOnly(8, 0));
        // Security is no switch.
        page.FindAll("#notices tbody tr:last-child input").ShouldAllBe(i => i.HasAttribute("disabled") && i.HasAttribute("checked"));

        await house
            .Get<Deliveries>()
            .Tell(
                house.Karim,
                house.David.CustomerId!.Value,
                new Announcement
                {
                    Type = "order",
                    Title = "It is on its way",
                    Message = "Tomorrow.",
                }
            );
        var sent = screen.Open<MyNotificationsPage>("/portal/notifications?show=sent");
        sent.WaitForAssertion(() => sent.FindAll(".sent-row").Count.ShouldBe(2));
        sent.Markup.ShouldContain("This topic is switched off");
        sent.FindAll(".sent-row .badge").Select(b => b.TextContent.Trim()).ShouldBe(["Held back", "Waiting"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_browser_is_asked_to_say_what_is_new_but_not_at_night()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        var bell = screen.Render<NotificationBell>();
        Task Tell(string title) =>
            house
                .Get<Deliveries>()
                .Tell(
                    house.Karim,
                    house.David.CustomerId!.Value,
                    new Announcement
                    {
                        Type = "push",
                        Title = title,
                        Message = "Hello.",
                    }
                );
        await Tell("By day");
        bell.WaitForAssertion(() => screen.JSInterop.Invocations["cs.portal.ring"].ShouldHaveSingleItem().Arguments[0].ShouldBe("By day"));
        await house.Get<Preferences>().Change(house.David, new PreferenceChange { QuietFrom = "00:00", QuietUntil = "23:59" });
        house.Clock.AdvanceMinutes(1);
        await Tell("At night");
        bell.WaitForAssertion(() => bell.Find(".bell-count").TextContent.ShouldBe("2"));
        screen.JSInterop.Invocations["cs.portal.ring"].Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_spending_page_shows_the_ledger_and_is_calm_without_one()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.David);
        screen.Open<MySpendingPage>("/portal/spending").WaitForElement(".empty");
        await house
            .Get<Orders>()
            .Record(
                house.Product,
                house.David.CustomerId!.Value,
                new OrderInput
                {
                    Number = "S-1",
                    Status = "delivered",
                    Lines =
                    [
                        new()
                        {
                            Name = "Lamp",
                            Category = "lamps",
                            UnitPrice = 75,
                        },
                        new()
                        {
                            Name = "Book",
                            Category = "books",
                            UnitPrice = 25,
                        },
                    ],
                }
            );
        var page = screen.Open<MySpendingPage>("/portal/spending");
        page.WaitForAssertion(() => page.Find(".board").TextContent.ShouldContain("100 USD"));
        page.FindAll(".share-bars > div")
            .Select(d => string.Concat(d.TextContent.Split('\n', StringSplitOptions.TrimEntries)))
            .ShouldBe(["Lamps75%75 USD", "Books25%25 USD"]);
        page.FindAll(".spending .figure-chart tbody tr").Count.ShouldBe(12);
        page.Find(".spending .figure-chart tbody tr:last-child").TextContent.ShouldEndWith("100 USD");
        page.Find("table.table").TextContent.ShouldContain("S-1");
    }
}
