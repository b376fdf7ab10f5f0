using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

[Collection(InTheDemo.Name)]
public sealed class HelpWithoutAnAccount(DemoApp demo) : BrowserStory(demo.App)
{
    [Fact]
    public async Task A_visitor_finds_an_article_reads_it_and_says_that_it_helped()
    {
        var before = await Count("Helpful", "how-payouts-work");
        var visitor = await Browser.Anyone();
        await visitor.Go("help");
        await visitor.Press("/");
        await visitor.Page.Keyboard.TypeAsync("payouts");
        await visitor.Press("Enter");
        await visitor.Arrives(@"/help\?q=payouts");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "How payouts work" }).ClickAsync();
        await visitor.Arrives("/help/how-payouts-work$");
        await Assertions.Expect(visitor.Find("h1")).ToHaveTextAsync("How payouts work");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Assertions.Expect(visitor.Find("#vote")).ToContainTextAsync("Thanks for your feedback.");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Find("#vote")).ToContainTextAsync("Thanks for your feedback.");
        (await Count("Helpful", "how-payouts-work")).ShouldBe(before + 1);
    }

    [Theory]
    [InlineData("الأرباح")]
    [InlineData("الارباح")]
    [InlineData("الأربـاح")]
    public async Task In_Arabic_a_word_is_found_however_its_alef_is_written(string word)
    {
        var visitor = await Browser.Anyone(Look.Arabic);
        await visitor.Go("help");
        await Assertions.Expect(visitor.Find("html")).ToHaveAttributeAsync("dir", "rtl");
        await visitor.Find("input[name=q]").FillAsync(word);
        await visitor.Press("Enter");
        await visitor.Arrives(@"/help\?q=.");
        // The address comes before the answer, and the page before it has the same link.
        await visitor.Sees(".help-crumbs").ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "كيف تتم عمليات صرف الأرباح" }).ClickAsync();
        await Assertions.Expect(visitor.Find("h1")).ToHaveTextAsync("كيف تتم عمليات صرف الأرباح");
    }

    [Fact]
    public async Task An_article_that_solves_it_spares_the_ticket_and_is_counted()
    {
        var solved = await Count("Solved", "fix-mt5-login");
        var david = await Browser.Anyone(name: "David");
        await david.SignIn(InTheDemo.Customer, InTheDemo.CustomersPassword);
        var tickets = await App.Database.Ask("SELECT COUNT(*) FROM \"Tickets\"");
        await david.Go("portal/tickets/new");
        await david.Find("#subject").PressSequentiallyAsync("MT5 login");
        var hint = david.Page.GetByRole(AriaRole.Link, new() { Name = "Fix MT5 login problems" });
        var article = await david.Context.RunAndWaitForPageAsync(() => hint.ClickAsync());
        await Assertions.Expect(article.Locator("h1")).ToHaveTextAsync("Fix MT5 login problems");
        await article.CloseAsync();
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "This solved it" }).ClickAsync();
        await Assertions.Expect(david.Find("main")).ToContainTextAsync("Glad that helped!");
        (await Count("Solved", "fix-mt5-login")).ShouldBe(solved + 1);
        (await App.Database.Ask("SELECT COUNT(*) FROM \"Tickets\"")).ShouldBe(tickets);
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "I still need help" }).ClickAsync();
        await Assertions.Expect(david.Find("#subject")).ToHaveValueAsync("");
    }

    private async Task<int> Count(string what, string slug) =>
        int.Parse(
            await App.Database.Ask($"SELECT SUM(\"{what}\") FROM \"Articles\" WHERE \"Slug\" = '{slug}'"),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
