using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>The first day: a company in which nothing has happened yet.</summary>
public sealed class AnEmptyCompany(TestApp app) : Pages(app), IClassFixture<TestApp>
{
    private static readonly string[] OfTheDemo = ["help/how-payouts-work", "shop/p/course-risk-first", "admin/shop/products/1"];

    // Filled by what customers do, or by what goes wrong: there is nothing that staff could begin with.
    private static readonly string[] FillByThemselves =
    [
        "admin/customers",
        "admin/engagement/referrals",
        "admin/media",
        "admin/notifications",
        "admin/system",
        "desk/chat",
        "desk/customers/duplicates",
        "desk/questions",
        "desk/returns",
        "desk/reviews",
    ];

    [Fact]
    public async Task Each_page_with_nothing_on_it_says_what_it_is_for_and_offers_a_first_act_that_works()
    {
        var (wrong, nothingToDo) = (new List<string>(), new List<string>());
        await Walk(await Browser.As(App.David), OfCustomers, wrong, nothingToDo);
        await Walk(await Browser.As(App.Amina), [.. OfStaff, .. OfAdmins], wrong, nothingToDo);
        wrong.ShouldBeEmpty();
        nothingToDo.Distinct().ShouldBe(FillByThemselves, ignoreOrder: true);
    }

    private static async Task Walk(Seat seat, IEnumerable<string> pages, List<string> wrong, List<string> nothingToDo)
    {
        var (seen, led) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var page in pages.Where(p => !p.Contains('?', StringComparison.Ordinal) && !OfTheDemo.Contains(p)))
        {
            (await seat.Go(page)).ShouldNotBeNull().Status.ShouldBe(200, page);
            var empties = await seat.Page.EvaluateAsync<string[][]>(
                """
                () => [...document.querySelectorAll('main .empty')].filter(part => part.checkVisibility()).map(part => [
                  part.querySelector('.empty-title')?.innerText ?? '',
                  part.querySelector('.empty-text')?.innerText ?? '',
                  ...[...part.querySelectorAll('a[href]')].map(link => link.pathname + link.search)])
                """
            );
            seen += empties.Length;
            wrong.AddRange(empties.Where(e => e[0].Length == 0 || e[1].Length == 0).Select(e => $"{page}: “{e[0]}” says nothing more"));
            led.UnionWith(empties.SelectMany(e => e.Skip(2)));
            var acts = await seat.Find("main .empty-actions > *, main .btn-primary, main form [type=submit], main input[type=file]")
                .CountAsync();
            if (empties.Length > 0 && acts == 0)
                nothingToDo.Add(page);
        }
        seen.ShouldBeGreaterThan(5);
        foreach (var address in led)
            if ((await seat.Context.APIRequest.GetAsync(address)).Status is not 200 and var status)
                wrong.Add($"{address}: {status}");
    }
}
