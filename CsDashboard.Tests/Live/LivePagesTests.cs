using CsDashboard.Accounts;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Live;

public sealed class LivePagesTests(TestApp app) : BrowserTests(app)
{
    // The page itself is asked for its address: two reasons to leave may come at once, and then the browser cancels the first navigation.
    private static readonly System.Text.RegularExpressions.Regex AtSignIn = new("/login");

    [Fact]
    public async Task A_page_shows_what_a_colleague_did_without_being_touched_and_stays_in_its_language()
    {
        await App.Get<Users>()
            .ChangeProfile(
                App.Amina,
                new ProfileInput
                {
                    Name = "Amina",
                    Language = "ar",
                    TimeZone = "Asia/Riyadh",
                }
            );
        var amina = await Browser.As(App.Amina, Look.Arabic);
        amina.Expect("404");
        await amina.Go("admin/users");
        await Assertions.Expect(amina.Page.Locator("h1")).ToHaveTextAsync("الأشخاص");

        await App.Get<Users>()
            .Invite(
                await App.In(App.Amina),
                new Invitation
                {
                    Name = "Newcomer",
                    Email = "newcomer@example.com",
                    Role = "agent",
                }
            );
        await Assertions.Expect(amina.Page.GetByText("Newcomer", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(amina.Page.Locator("h1")).ToHaveTextAsync("الأشخاص");
        await Assertions.Expect(amina.Page.GetByText("لم يسجّل الدخول بعد").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_other()
    {
        var lena = await Browser.As(App.Lena);
        lena.Expect("404");
        await lena.Go("account");
        var other = await lena.Context.NewPageAsync();
        await other.GotoAsync("/account");
        await other.EvaluateAsync("fetch('/api/auth/logout', { method: 'POST', headers: { 'X-Requested-With': 'fetch' } })");
        await Assertions.Expect(lena.Page).ToHaveURLAsync(AtSignIn);
    }

    [Fact]
    public async Task A_user_who_is_disabled_is_out_of_the_open_page_at_once()
    {
        await using var own = await TestApp.Start();
        await using var browser = new Browser(own);
        var karim = await browser.As(own.Karim);
        await karim.Go("account");
        await own.Get<Users>().Disable(own.Amina, own.Karim.UserId!.Value);
        await Assertions.Expect(karim.Page).ToHaveURLAsync(AtSignIn);
    }

    [Fact]
    public async Task A_page_that_reconnects_under_another_sign_in_is_loaded_again_as_that_person()
    {
        var david = await Browser.As(App.David);
        var lena = await Browser.As(App.Lena);
        await david.Context.AddInitScriptAsync(
            "window.sockets = []; window.WebSocket = class extends WebSocket { constructor(...a) { super(...a); window.sockets.push(this); } };"
        );
        foreach (var seat in new[] { david, lena })
            seat.Expect("");
        await david.Go("account");
        await Assertions.Expect(david.Page.Locator(".page-subtitle")).ToHaveTextAsync("david@example.com");
        await david.Page.EvaluateAsync("window.before = true");

        await david.Context.ClearCookiesAsync();
        await david.Context.AddCookiesAsync(
            (await lena.Context.CookiesAsync()).Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = c.Domain,
                Path = c.Path,
                HttpOnly = c.HttpOnly,
                SameSite = c.SameSite,
            })
        );
        await david.Page.EvaluateAsync("sockets.forEach(socket => socket.close(4000))");
        await david.Page.WaitForFunctionAsync("() => !window.before");
        await Assertions.Expect(david.Page.Locator(".page-subtitle")).ToHaveTextAsync("lena@example.com");
    }

    [Fact]
    public async Task Profile_password_and_sessions_are_kept_in_the_account()
    {
        await using var own = await TestApp.Start();
        await using var browser = new Browser(own);
        var david = await browser.As(own.David);
        david.Expect("404");
        await own.SignIn(own.David);
        await david.Go("account/security");
        await Assertions.Expect(david.Page.GetByText("An app")).ToBeVisibleAsync();
        await david.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out: An app" }).ClickAsync();
        await Assertions.Expect(david.Page.GetByText("An app")).Not.ToBeVisibleAsync();

        await david.Go("account");
        var (save, keep) = (david.Page.Locator("form:has(#name) [type=submit]"), david.Page.Locator("form:has(#language) [type=submit]"));
        await david.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("");
        await save.ClickAsync();
        await Assertions.Expect(david.Page.GetByText("This is required.")).ToBeVisibleAsync();
        await david.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("David the Second");
        await save.ClickAsync();
        await Assertions.Expect(david.Page.Locator(".toast").First).ToBeVisibleAsync();
        await david.Page.GetByLabel("Language", new() { Exact = true }).SelectOptionAsync("ar");
        await keep.ClickAsync();
        await Assertions.Expect(david.Page.Locator("html[dir=rtl] h1")).ToHaveTextAsync("حسابي");
        await Assertions.Expect(david.Page.Locator(".user-name").First).ToHaveTextAsync("David the Second");
    }

    [Fact]
    public async Task An_admin_invites_a_colleague_who_sets_a_password_and_signs_in()
    {
        await using var own = await TestApp.Start();
        await using var browser = new Browser(own);
        var amina = await browser.As(own.Amina);
        amina.Expect("404");
        await amina.Go("admin/users");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await Assertions.Expect(amina.Page.Locator("dialog").GetByText("This is required.").First).ToBeVisibleAsync();
        await amina.Page.Locator("dialog").GetByLabel("Name", new() { Exact = true }).FillAsync("Nadia");
        await amina.Page.Locator("dialog").GetByLabel("E-mail").FillAsync("nadia@example.com");
        await amina.ShouldBeAccessible();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        var link = await amina.Page.GetByLabel("Invitation link").InputValueAsync();

        var nadia = await browser.Anyone(name: "Nadia");
        nadia.Expect("404");
        await nadia.Go(link);
        await nadia.ShouldBeAccessible();
        await nadia.Page.GetByLabel("New password").FillAsync("short");
        await nadia.Page.GetByLabel("New password").PressAsync("Enter");
        await Assertions.Expect(nadia.Page.GetByText("At least 8 characters.").Last).ToBeVisibleAsync();
        await nadia.Page.GetByLabel("New password").FillAsync("a long enough one");
        await nadia.Page.GetByLabel("New password").PressAsync("Enter");
        await Assertions.Expect(nadia.Page).ToHaveURLAsync(AtSignIn);
        await nadia.SignIn("nadia@example.com", "a long enough one");

        await nadia.Go("account");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Actions: Nadia" }).ClickAsync();
        await amina.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Deactivate" }).Locator("visible=true").ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Assertions.Expect(amina.Page.Locator(".list-row").GetByText("Deactivated")).ToBeVisibleAsync();
        await Assertions.Expect(nadia.Page).ToHaveURLAsync(AtSignIn);
    }
}
