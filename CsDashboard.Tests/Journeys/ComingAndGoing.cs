using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class ComingAndGoing(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_so()
    {
        var seat = await Browser.Anyone();
        await seat.Go("login?returnUrl=%2Faccount");
        await seat.Find("#email").FillAsync("david@example.com");
        await seat.Find("#password").FillAsync("not the password");
        await seat.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(seat.Find("main [role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(seat.Find("#email")).ToHaveValueAsync("david@example.com");
        await Assertions.Expect(seat.Find("#password")).ToHaveValueAsync("");

        await seat.Find("#password").FillAsync(NamedCast.Password);
        await seat.Press("Enter");
        await seat.Arrives("/account$");
    }

    [Fact]
    public async Task Who_signs_out_in_one_tab_is_out_in_the_other()
    {
        var david = await Browser.As(App.David);
        var other = await david.Context.NewPageAsync();
        await other.GotoAsync("/account");
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("My account");
        await david.Find(".user-button").ClickAsync();
        await david.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await david.Arrives("/login");
        await Assertions.Expect(other).ToHaveURLAsync(new Regex("/login"));
        // What was open is gone for the back button as well.
        await david.Page.GotoAsync("/portal/tickets");
        david.Page.Url.ShouldContain("/login");
    }

    [Fact]
    public async Task An_agent_whom_the_admin_switches_off_leaves_the_open_page_and_cannot_come_back()
    {
        var lena = await Browser.As(App.Lena);
        var amina = await Browser.As(App.Amina);
        await amina.Go("admin/users");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Actions: Lena" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Deactivate" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(amina.Page.Locator(".list-row").GetByText("Deactivated")).ToBeVisibleAsync();
        await lena.Arrives("/login");

        await lena.Find("#email").FillAsync("lena@example.com");
        await lena.Find("#password").FillAsync(NamedCast.Password);
        await lena.Press("Enter");
        await Assertions.Expect(lena.Find("main [role=alert]")).ToBeVisibleAsync();
        lena.Page.Url.ShouldContain("/login");
    }

    [Fact]
    public async Task A_customer_registers_and_the_page_changes_its_language_without_moving()
    {
        var noor = await Browser.Anyone(name: "Noor");
        await noor.Go("register");
        await noor.Find("#name").FillAsync("Noor Hassan");
        await noor.Find("#email").FillAsync("karim@example.com");
        await noor.Find("#password").FillAsync("a quiet morning walk");
        await noor.Page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Assertions.Expect(noor.Find("#email-error")).Not.ToBeEmptyAsync();
        await Assertions.Expect(noor.Find("#name")).ToHaveValueAsync("Noor Hassan");
        await noor.Find("#email").FillAsync("noor@example.com");
        await noor.Find("#password").FillAsync("a quiet morning walk");
        await noor.Press("Enter");
        await noor.Arrives("/portal$");
        await Assertions.Expect(noor.Find("h1")).ToContainTextAsync("Noor");

        await noor.Go("portal/tickets?status=done&priority=high");
        await noor.Find(".user-button").ClickAsync();
        await noor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "العربية" }).ClickAsync();
        await Assertions.Expect(noor.Find("html")).ToHaveAttributeAsync("dir", "rtl");
        new Uri(noor.Page.Url).PathAndQuery.ShouldBe("/portal/tickets?status=done&priority=high");
        await noor.Settle();
        await noor.Find(".user-button").ClickAsync();
        await noor.Page.GetByRole(AriaRole.Menuitem, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(noor.Find("html")).ToHaveAttributeAsync("dir", "ltr");
    }

    [Fact]
    public async Task Outside_development_the_code_of_the_log_makes_the_first_company()
    {
        await using var fresh = await TestApp.Start(environment: "Production", withCast: false);
        await using var browser = new Browser(fresh);
        var code = Regex
            .Match(fresh.Log.Lines.Single(l => l.Text.Contains("set-up code", StringComparison.Ordinal)).Text, "[0-9A-F]{20}")
            .Value;
        var owner = await browser.Anyone(name: "Owner");
        await owner.Go("login");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Set up your company" }).ClickAsync();
        await owner.Arrives("/setup$");
        // Each step says what is wrong beside its field, and keeps what was typed, whichever way one goes.
        await owner.Find("#code").FillAsync("00000000000000000000");
        await owner.Press("Enter");
        await Assertions.Expect(owner.Find("#code-error")).Not.ToBeEmptyAsync();
        await owner.Find("#code").FillAsync(code);
        await owner.ShouldBeAccessible();
        await owner.Press("Enter");
        await Assertions.Expect(owner.Find(".steps [aria-current=step]")).ToContainTextAsync("Company");
        await owner.Find("#company").PressAsync("Enter");
        await Assertions.Expect(owner.Find("#company-error")).Not.ToBeEmptyAsync();
        await owner.Find("#company").FillAsync("Lantern");
        await owner.Find("#country").SelectOptionAsync("SA");
        await owner.Page.SetViewportSizeAsync(390, 844);
        await owner.ShouldNotScrollSideways();
        await owner.ShouldBeAccessible();
        await owner.Find("#company").PressAsync("Enter");
        foreach (var (field, value) in new[] { ("name", "Rana"), ("email", "rana@"), ("password", "a lamp in the window") })
            await owner.Find("#" + field).FillAsync(value);
        await owner.Find("button[value=back]").ClickAsync();
        await Assertions.Expect(owner.Find("#company")).ToHaveValueAsync("Lantern");
        await Assertions.Expect(owner.Find("#country")).ToHaveValueAsync("SA");
        (await owner.Page.ContentAsync()).ShouldNotContain("a lamp in the window");
        await owner.Find("button[value=on]").ClickAsync();
        await Assertions.Expect(owner.Find("#name")).ToHaveValueAsync("Rana");
        await Assertions.Expect(owner.Find("#password-hint")).ToContainTextAsync("kept");
        await owner.Find("button[value=on]").ClickAsync();
        await Assertions.Expect(owner.Find("#email-error")).Not.ToBeEmptyAsync();
        await owner.Find("#email").FillAsync("rana@example.com");
        await owner.Press("Enter");
        // Whoever has just made the company is not asked again who they are.
        await owner.Arrives("/desk");
        await owner.Go("admin/users");
        await Assertions.Expect(owner.Find("main")).ToContainTextAsync("Rana");

        (await fresh.Get<CsDashboard.Accounts.Tenants>().All()).ShouldHaveSingleItem().TimeZone.ShouldBe("Asia/Riyadh");

        // From now on it is the company's door.
        var visitor = await browser.Anyone(name: "Visitor");
        await visitor.Go("login");
        await Assertions.Expect(visitor.Find(".brand-name")).ToHaveTextAsync("Lantern");
        (await visitor.Page.TitleAsync()).ShouldBe("Sign in · Lantern");

        // The door is closed behind the first.
        owner.Expect("404");
        (await owner.Go("setup")).ShouldNotBeNull().Status.ShouldBe(404);
        browser.ShouldBeQuiet();
    }
}
