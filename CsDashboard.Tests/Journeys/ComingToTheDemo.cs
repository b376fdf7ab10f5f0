using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

[Collection(InTheDemo.Name)]
public sealed class ComingToTheDemo(DemoApp demo) : BrowserStory(demo.App)
{
    [Theory]
    [InlineData(InTheDemo.Customer, "/portal")]
    [InlineData(InTheDemo.Agent, "/desk")]
    [InlineData(InTheDemo.Admin, "/desk")]
    public async Task One_click_fills_the_form_in_and_one_more_signs_in(string email, string home)
    {
        var visitor = await Browser.Anyone();
        await visitor.Go("login");
        await visitor.Find("a[data-demo]").Filter(new() { HasText = email }).ClickAsync();
        await Assertions.Expect(visitor.Find("#email")).ToHaveValueAsync(email);
        await Assertions.Expect(visitor.Find("#password")).Not.ToHaveValueAsync("");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visitor.Arrives(home);
    }
}
