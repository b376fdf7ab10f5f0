using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>The pages of the product, and how one is looked at.</summary>
public abstract class Pages(TestApp app) : BrowserStory(app)
{
    // Reached by an act alone, or looked at under another address.
    private static readonly string[] Elsewhere =
    [
        "",
        "setup",
        "login/code",
        "confirm",
        "password",
        "account/prove",
        "kit",
        "kit/library",
        "error",
        "forbidden",
        "not-found",
        "status/400",
        "status/403",
        "status/404",
    ];

    // Pages as their routes say them; a page with a value in its address is looked at where it is put in, or with one that means nothing.
    private protected static readonly string[] Public =
    [
        .. Routed(null),
        "login?demo=0",
        "password?code=none",
        "help?q=payout",
        "help/how-payouts-work",
        "shop?q=nothinglikeit",
        "shop?brand=Northwave&min=50&stock=1&sort=price",
        "shop/c/electronics",
        "shop/compare?p=1.16.99999",
        "shop/p/quiet-desk-headset",
        "shop/p/long-session-hoodie?variant=3",
        "record/demo",
        "record/demo?outcome=lost",
        "unsubscribe/nonsense",
        "api-docs",
    ];

    private protected static readonly string[] OfCustomers =
    [
        .. Routed(Policies.Customer),
        .. Routed(Own).Except(["desk/notifications"]),
        "portal/tickets?q=nothinglikeit",
        "portal/chat?id=none",
        "portal/signals?type=forex&direction=sell&period=day",
        "help/how-payouts-work",
        "shop",
        "shop/p/course-risk-first",
        "shop/compare?p=1.17",
        "portal/notifications?show=sent",
    ];

    private protected static readonly string[] OfStaff =
    [
        .. Routed(Policies.Staff),
        .. Routed(Own).Except(["portal/notifications", "account/second-factor", "account/data"]),
        "desk?list=mine&priority=urgent",
        "desk/calls?status=all",
        "desk/calls?view=day",
        "desk/calls?view=week&day=2026-12-01",
        "desk/figures?days=90",
        "desk/customers?q=nobodyatall",
        "desk/customers?tier=pro&sort=order",
        "desk/customers?value-from=100&ordered-days=90&columns=email,value,tags",
        "desk/customers?segment=vip&columns=segment,value",
        "desk/customers/duplicates?by=name",
        "admin/engagement/referrals?status=completed",
        "desk/notifications?show=sent",
        "admin/knowledge?q=nothinglikeit",
        "admin/knowledge?state=draft",
        "admin/security?kind=reports&state=open",
        "admin/security?severity=high",
    ];

    private protected static readonly string[] OfAdmins =
    [
        .. Routed(Policies.Admin),
        "admin/users?q=nobodyatall",
        "admin/notifications?status=failed&channel=sms",
        "admin/settings?tab=canned",
        "admin/settings?tab=chat",
        "admin/settings?tab=currency",
        "admin/settings?tab=company",
        "admin/settings?tab=calls",
        "admin/signals?tab=new",
        "admin/signals?tab=published",
        "admin/signals?tab=record",
        "admin/signals?tab=alerts",
        "admin/signals?tab=access",
        "admin?days=30&room=sales",
        "admin?days=1&room=security",
        "admin/system?days=90",
        "admin/audit?action=UPDATE&table=ticket&entry=900",
        "admin/audit?person=x",
        "admin/audit?q=nothinglikeit",
        "admin/engagement?days=365",
        "admin/engagement?tab=rules",
        "admin/engagement?tab=rules&rule=new",
        "admin/engagement?tab=rewards",
        "admin/engagement?tab=vouchers",
        "admin/engagement/segments?own=new",
        "admin/engagement/offers?offer=new",
        "admin/shop?state=draft&sort=price",
        "admin/shop/products/1",
        "admin/shop/categories?category=new",
        "admin/shop/stock?low=1",
    ];

    private const string Own = "signed in";

    private static IEnumerable<(string Path, Type Page)> Routes =>
        typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template.TrimStart('/'), page)))
            .OrderBy(route => route.Item1, StringComparer.Ordinal);

    private static string[] Routed(string? policy) =>
        [
            .. Routes
                .Where(route =>
                    !route.Path.Contains('{', StringComparison.Ordinal) && !Elsewhere.Contains(route.Path) && PolicyOf(route.Page) == policy
                )
                .Select(route => route.Path),
        ];

    private static string? PolicyOf(Type page) =>
        page.IsDefined(typeof(AllowAnonymousAttribute), true)
            ? null
            : page.GetCustomAttributes<AuthorizeAttribute>().Select(a => a.Policy).FirstOrDefault(p => p is not null) ?? Own;

    /// <summary>The routes with a value in them that no list and no test fills in.</summary>
    private protected static IEnumerable<string> Unseen(params string[] filledIn) =>
        Routes
            .Select(route => route.Path)
            .Where(path => path.Contains('{', StringComparison.Ordinal))
            .Where(path =>
                !filledIn.Contains(path)
                && !Public
                    .Concat(OfCustomers)
                    .Concat(OfStaff)
                    .Concat(OfAdmins)
                    .Any(seen => Regex.IsMatch(seen.Split('?')[0], "^" + Regex.Replace(path, @"\{[^}]*\}", "[^/]+") + "$"))
            );

    private protected async Task<Seat> Arrive(string name, string email, string password)
    {
        var seat = await Browser.Anyone(name: name);
        await seat.SignIn(email, password);
        return seat;
    }

    private protected static async Task<string> AnyTicket(Seat seat, string list, string which)
    {
        await seat.Go($"{list}?{which}");
        return (await seat.Find("[data-row] a[href]").First.GetAttributeAsync("href"))!.TrimStart('/');
    }

    private protected static async Task Look(Seat seat, IEnumerable<string> pages)
    {
        var wrong = new List<string>();
        foreach (var page in pages)
        {
            // All pages are reported, not only the first.
            try
            {
                await LookAt(seat, page, 200);
            }
            catch (Exception e) when (e is ShouldAssertException or PlaywrightException)
            {
                wrong.Add(page + ": " + e.Message);
            }
            await seat.CollectGarbage();
        }
        wrong.ShouldBeEmpty();
    }

    // Light and dark are one load, with the colours changed under the open page as the system would.
    private protected static async Task LookAt(Seat seat, string page, int status)
    {
        if (status >= 400)
            seat.Expect(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var language in new[] { "en", "ar" })
        {
            await Speak(seat, language, null);
            (await seat.Go(page)).ShouldNotBeNull().Status.ShouldBe(status, page);
            if (page == "api-docs")
            {
                await Assertions.Expect(seat.Page.GetByText("/api/auth/login").First).ToBeVisibleAsync();
                return;
            }
            await Assertions.Expect(seat.Find("html")).ToHaveAttributeAsync("dir", language == "ar" ? "rtl" : "ltr");
            (await seat.Page.TitleAsync()).ShouldNotBeNullOrWhiteSpace(page);
            await Assertions.Expect(seat.Find("h1")).ToHaveCountAsync(1);
            await seat.ShouldNotHaveJumped();
            // Colours do not depend on the language.
            await ShouldBeRight(seat, language);
            await seat.Page.SetViewportSizeAsync(360, 780);
            await seat.ShouldFitAPhone();
            await seat.Page.SetViewportSizeAsync(1280, 800);
        }
    }

    private protected static async Task ShouldBeRight(Seat seat, string language)
    {
        await LibrarySheet.ShouldHaveTheRulesOf(seat);
        if (language == "ar")
        {
            await seat.ShouldBeAccessible(Seat.Contrast);
            return;
        }
        await seat.ShouldBeAccessible();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await seat.ShouldHaveContrast();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private protected static async Task Speak(Seat seat, string language, string? page)
    {
        await seat.Context.APIRequest.GetAsync($"/app/culture?culture={language}", new() { MaxRedirects = 0 });
        if (page is not null)
            await seat.Go(page);
    }
}
