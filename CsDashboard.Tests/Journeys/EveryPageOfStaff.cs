using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>In a demo of its own, beside the other: together they would be the longest part of a run.</summary>
public sealed class EveryPageOfStaff(DemoApp demo) : Pages(demo.App), IClassFixture<DemoApp>
{
    [Fact]
    public async Task Pages_of_the_desk_are_right_in_light_dark_and_Arabic_and_on_a_phone()
    {
        var lena = await Arrive("Lena", InTheDemo.Agent, InTheDemo.AgentsPassword);
        await Look(
            lena,
            [
                .. OfStaff,
                await AnyTicket(lena, "desk", "list=all"),
                await AnyTicket(lena, "desk/customers", "type=VIP"),
                await AnyTicket(lena, "desk/customers", "q=sara") + "?show=changes",
            ]
        );
    }

    [Fact]
    public async Task Pages_of_admins_are_right_in_light_dark_and_Arabic_and_on_a_phone()
    {
        var omar = await Arrive("Omar", InTheDemo.Admin, InTheDemo.AdminsPassword);
        var (sara, david) = (await AnyTicket(omar, "desk/customers", "q=sara"), await AnyTicket(omar, "desk/customers", "q=david"));
        await Look(omar, [.. OfAdmins, sara + "/privacy", sara + "/merge", $"{sara}/merge?with={david.Split('/')[^1]}"]);
    }

    [Fact]
    public async Task What_opens_over_a_page_of_the_desk_is_right_too()
    {
        var omar = await Arrive("Omar", InTheDemo.Admin, InTheDemo.AdminsPassword);
        foreach (var language in new[] { "en", "ar" })
        {
            await Speak(omar, language, "desk");
            await omar.Find(".inbox-row").First.WaitForAsync();
            await omar.Press("Control+k");
            await omar.Find("#palette[open] [role=option]").First.WaitForAsync();
            await ShouldBeRight(omar, language);
            await omar.Press("Escape");
            await omar.Press("?");
            await omar.Find("#shortcut-sheet[open]").WaitForAsync();
            await ShouldBeRight(omar, language);
            await omar.Press("Escape");
            await omar.Press("f");
            await omar.Find("[data-menu]:popover-open").WaitForAsync();
            await ShouldBeRight(omar, language);
            await omar.Press("Escape");
            await omar.Find(".inbox-row input").First.ClickAsync();
            await omar.Find(".inbox-bulk, [class*=bulk]").First.WaitForAsync();
            await ShouldBeRight(omar, language);

            await omar.Go(await AnyTicket(omar, "desk", "list=unassigned"));
            await omar.Find("#reply").WaitForAsync();
            await omar.Find(".desk-facts [data-menu-button]").Nth(1).ClickAsync();
            await omar.Find("[data-menu]:popover-open [role=menuitem]:not([aria-current])").First.ClickAsync();
            await omar.Find(".toast").First.WaitForAsync();
            await ShouldBeRight(omar, language);

            await omar.Go("admin/users");
            await omar.Find(".page-head .btn-primary, main .btn-primary").First.ClickAsync();
            await omar.Find("#invite-name").WaitForAsync();
            await ShouldBeRight(omar, language);
        }
    }
}
