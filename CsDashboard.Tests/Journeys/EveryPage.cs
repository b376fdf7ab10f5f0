using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

[Collection(InTheDemo.Name)]
public sealed class EveryPage(DemoApp demo) : Pages(demo.App)
{
    [Fact]
    public void No_page_is_forgotten() =>
        Unseen(
                // A ticket, a signal, a record: the first of a list.
                "portal/tickets/{Id:guid}",
                "portal/signals/{Id:guid}",
                "desk/tickets/{Id:guid}",
                "desk/customers/{Id}",
                "desk/customers/{Id}/privacy",
                "desk/customers/{Id}/merge",
                // In the journey of an import.
                "desk/customers/import/{Id:guid}",
                "admin/shop/import/{Id:guid}",
                // An order, its payment and what comes back of it.
                "checkout/orders/{Number}",
                "checkout/orders/{Number}/invoice",
                "checkout/seen/{Pass}",
                "checkout/seen/{Pass}/invoice",
                "desk/orders/{Number}/invoice",
                "portal/orders/{Number}/invoice",
                "checkout/pay/{Number}",
                "portal/orders/{Number}",
                "portal/orders/{Number}/return",
                "portal/returns/{Number}"
            )
            .ShouldBeEmpty();

    [Fact]
    public async Task Pages_for_anyone_are_right_in_light_dark_and_Arabic_and_on_a_phone()
    {
        var visitor = await Browser.Anyone();
        await Look(visitor, Public);
        await LookAt(visitor, "no-such-page", 404);
        await LookAt(visitor, "forbidden", 200);
        await LookAt(visitor, "error", 200);
    }

    [Fact]
    public async Task Pages_of_customers_are_right_in_light_dark_and_Arabic_and_on_a_phone()
    {
        var david = await Arrive("David", InTheDemo.Customer, InTheDemo.CustomersPassword);
        await Look(
            david,
            [
                .. OfCustomers,
                await AnyTicket(david, "portal/signals", "type=crypto"),
                await AnyTicket(david, "portal/tickets", "status=unresolved"),
                await AnyTicket(david, "portal/tickets", "status=done"),
            ]
        );
    }

    [Fact]
    public async Task What_opens_over_a_page_of_a_customer_is_right_too()
    {
        var david = await Arrive("David", InTheDemo.Customer, InTheDemo.CustomersPassword);
        foreach (var language in new[] { "en", "ar" })
        {
            await Speak(david, language, "portal/calls?new=true");
            await david.Find("dialog[open] #call-phone").WaitForAsync();
            await david.Find("dialog[open] input[name=call-when]").Nth(1).ClickAsync();
            await ShouldBeRight(david, language);
            await david.Find("dialog[open] input[name=call-when]").Nth(2).ClickAsync();
            await david.Find("#wish-0").WaitForAsync();
            await ShouldBeRight(david, language);
            await david.Press("Escape");
            await Assertions.Expect(david.Find("dialog[open]")).ToHaveCountAsync(0);
            await david.Find(".user-button").ClickAsync();
            await david.Find("[data-menu]:popover-open").WaitForAsync();
            await ShouldBeRight(david, language);
            await david.Press("Escape");
            await david.Find(".bell").ClickAsync();
            await david.Find("[data-menu]:popover-open").WaitForAsync();
            await ShouldBeRight(david, language);
        }
    }

    private static readonly string[] OpenToAll = ["help", "shop", "cart", "checkout"];

    [Fact]
    public async Task Nobody_reaches_a_page_of_others_and_a_visitor_is_led_to_the_sign_in()
    {
        var visitor = await Browser.Anyone();
        foreach (var page in OfCustomers.Concat(OfStaff).Concat(OfAdmins).Where(p => !OpenToAll.Any(word => p.Split('/', '?')[0] == word)))
        {
            var answer = await visitor.Page.Context.APIRequest.GetAsync("/" + page);
            answer.Url.ShouldContain("/login?returnUrl=", customMessage: page);
            answer.Url.ShouldContain(WebUtility.UrlEncode("/" + page.Split('?')[0]), Case.Insensitive);
        }
        var david = await Arrive("David", InTheDemo.Customer, InTheDemo.CustomersPassword);
        // One's own notifications are shown under both addresses.
        foreach (
            var page in OfStaff
                .Concat(OfAdmins)
                .Where(p => p.Split('?')[0] != "desk/notifications" && !p.StartsWith("account", StringComparison.Ordinal))
        )
            await ShouldBeForbidden(david, page);
        var lena = await Arrive("Lena", InTheDemo.Agent, InTheDemo.AgentsPassword);
        foreach (
            var page in OfAdmins.Concat(
                OfCustomers.Where(p => p.StartsWith("portal", StringComparison.Ordinal) && p.Split('?')[0] != "portal/notifications")
            )
        )
            await ShouldBeForbidden(lena, page);
        // Inside the open product it is the same.
        await david.Page.EvaluateAsync("Blazor.navigateTo('/admin/users')");
        david.Expect("403");
        await Assertions.Expect(david.Find("main")).ToContainTextAsync("don’t have access");
        await Assertions.Expect(david.Page.GetByText(InTheDemo.Admin)).ToHaveCountAsync(0);
    }

    private static async Task ShouldBeForbidden(Seat seat, string page)
    {
        var answer = await seat.Context.APIRequest.GetAsync("/" + page);
        answer.Status.ShouldBe(403, $"{page} for {seat.Name}");
    }
}
