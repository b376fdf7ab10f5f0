using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>A list of admins: sorted, narrowed, chosen from, by pointer and by keys, on a wide screen and on a phone.</summary>
public sealed class AListIsWorkedWith(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task Of_sixty_people_those_are_found_who_are_looked_for()
    {
        await Sixty();
        var amina = await Browser.As(App.Amina);
        await amina.Go("admin/users?view=customers");
        await Assertions.Expect(amina.Find(".list-row")).ToHaveCountAsync(50);
        await Assertions.Expect(amina.Find(".pager-text")).ToHaveTextAsync("1–50 of 62");
        await amina.ShouldBeAccessible();
        await LibrarySheet.ShouldHaveTheRulesOf(amina);

        await amina.Page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(amina.Find(".list-row")).ToHaveCountAsync(12);
        amina.Page.Url.ShouldEndWith("?view=customers&skip=50");

        await amina.Find(".list-sort:has-text('Name')").ClickAsync();
        await Assertions.Expect(amina.Find(".list-row").First).ToContainTextAsync("Sara");
        await Assertions.Expect(amina.Find(".list-sort[aria-current]")).ToContainTextAsync("sorted descending");
        amina.Page.Url.ShouldEndWith("?view=customers&sort=-name");

        await amina.Find(".search-box input").FillAsync("guest 07");
        await Assertions.Expect(amina.Find(".list-row")).ToHaveCountAsync(1);
        await Assertions.Expect(amina.Find("a[download]")).ToHaveTextAsync("Export 1 row");
        await amina.Page.GetByRole(AriaRole.Combobox, new() { Name = "Status" }).SelectOptionAsync("deactivated");
        await Assertions.Expect(amina.Find(".empty-title")).ToHaveTextAsync("No matches");
        await amina.Find(".empty").GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).ClickAsync();
        await Assertions.Expect(amina.Find(".list-row")).ToHaveCountAsync(50);
        await Assertions.Expect(amina.Find(".search-box input")).ToHaveValueAsync("");

        // Columns come and go without a new page, and the address keeps them.
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Columns" }).ClickAsync();
        await amina.Page.GetByLabel("Added", new() { Exact = true }).CheckAsync();
        await amina.Page.GetByLabel("Status", new() { Exact = true }).Last.UncheckAsync();
        await Assertions.Expect(amina.Find(".list-card th:has-text('Added')")).ToHaveCountAsync(1);
        await Assertions.Expect(amina.Find(".list-card th:has-text('Status')")).ToHaveCountAsync(0);
        await amina.ShouldBeAccessible();
        await amina.Page.ReloadAsync();
        await Assertions.Expect(amina.Find(".list-card th:has-text('Added')")).ToHaveCountAsync(1);
        await amina.Settle();

        // By keys.
        await amina.Press("j");
        await amina.Press("j");
        await Assertions.Expect(amina.Find(".list-row[data-selected]")).ToHaveCountAsync(1);
        (await amina.Find(".list-row").Nth(1).GetAttributeAsync("data-selected")).ShouldNotBeNull();

        await amina.Go("admin/users?sort=password");
        await Assertions.Expect(amina.Find(".empty-title")).ToHaveTextAsync("This address doesn’t work");
        await amina.Find(".empty a").ClickAsync();
        await Assertions.Expect(amina.Find(".list-row").First).ToContainTextAsync("Amina");
    }

    [Fact]
    public async Task On_a_phone_and_in_Arabic_a_row_is_a_card()
    {
        var amina = await Browser.As(App.Amina, Look.Phone with { Locale = "ar-SA" });
        await amina.Context.APIRequest.GetAsync("/app/culture?culture=ar", new() { MaxRedirects = 0 });
        await amina.Go("admin/users");
        await Assertions.Expect(amina.Find(".list-row").First).ToContainTextAsync("Amina");
        await amina.ShouldNotScrollSideways();
        await amina.ShouldBeAccessible();
        await LibrarySheet.ShouldHaveTheRulesOf(amina);
        await Assertions.Expect(amina.Find(".list-card thead")).ToBeHiddenAsync();

        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "الترتيب" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Menuitem, new() { Name = "الاسم" }).ClickAsync();
        await Assertions.Expect(amina.Page).ToHaveURLAsync(new Regex("sort=-name$"));
        await Assertions.Expect(amina.Find(".list-row").First).ToContainTextAsync("Lena");
    }

    private Task Sixty() =>
        App.Get<Store>()
            .Write(
                App.Amina,
                async db =>
                {
                    for (var i = 0; i < 60; i++)
                        await Users.Add(
                            db,
                            new NewAccount
                            {
                                Name = $"Guest {i:00}",
                                Email = $"guest{i:00}@example.com",
                                Role = Role.Customer,
                            }
                        );
                }
            );
}
