using CsDashboard.Accounts;
using CsDashboard.Tests.Accounts;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AnAccountIsMadeSafe(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_second_factor_is_set_up_and_asked_for_at_the_next_sign_in()
    {
        var david = await Browser.As(App.David);
        await david.Go("account/security");
        await david.Find("#second-factor a").ClickAsync();
        await david.Arrives("/account/second-factor");
        await Assertions.Expect(david.Find("svg.qr")).ToBeVisibleAsync();
        await david.ShouldBeAccessible();
        var key = SecondFactorTests.Decoded(await david.Find("#factor-key").InnerTextAsync());
        await david.Find("#code").FillAsync("12345");
        await david.Press("Enter");
        await Assertions.Expect(david.Find("#code-error")).Not.ToBeEmptyAsync();
        var step = Totp.StepAt(TimeProvider.System.GetUtcNow());
        await david.Find("#code").FillAsync(Totp.CodeAt(key, step));
        await david.Press("Enter");
        await Assertions.Expect(david.Find(".second-codes li")).ToHaveCountAsync(10);
        await david.ShouldBeAccessible();
        // They are kept as the person likes: copied, as a file, on paper.
        var codes = await david.Find(".second-codes li").AllInnerTextsAsync();
        await david.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await david.Find(".second-keep [data-copy]").ClickAsync();
        (await david.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Split('\n').ShouldBe(codes);
        var file = await david.Page.RunAndWaitForDownloadAsync(() => david.Find(".second-keep a").ClickAsync());
        file.SuggestedFilename.ShouldBe("recovery-codes.txt");
        (await File.ReadAllLinesAsync((await file.PathAsync())!)).ShouldBe(codes);
        await david.Page.EvaluateAsync("window.print = () => window.printed = true");
        await david.Find(".second-keep [data-print]").ClickAsync();
        (await david.Page.EvaluateAsync<bool>("window.printed")).ShouldBeTrue();
        var recovery = await david.Find(".second-codes li").First.InnerTextAsync();

        var again = await Browser.Anyone(name: "Again");
        await again.Go("login?returnUrl=%2Faccount");
        await again.Find("#email").FillAsync("david@example.com");
        await again.Find("#password").FillAsync(NamedCast.Password);
        await again.Find("#password").PressAsync("Enter");
        await again.Arrives("/login/code");
        await again.ShouldBeAccessible();
        await again.Find("#code").FillAsync("000000");
        await again.Press("Enter");
        await Assertions.Expect(again.Find("main [role=alert]").First).ToBeVisibleAsync();
        await again.Find("#code").FillAsync(Totp.CodeAt(key, step + 1));
        await again.Press("Enter");
        await again.Arrives("/account$");

        var third = await Browser.Anyone(name: "Third");
        await third.Go("login");
        await third.Find("#email").FillAsync("david@example.com");
        await third.Find("#password").FillAsync(NamedCast.Password);
        await third.Find("#password").PressAsync("Enter");
        await third.Arrives("/login/code");
        await third.Find("#code").FillAsync(recovery);
        await third.Press("Enter");
        await third.Arrives("/portal");
    }

    [Fact]
    public async Task A_passkey_is_made_and_opens_the_account_without_a_password()
    {
        var lena = await Browser.Anyone(name: "Lena");
        // A passkey belongs to a name; an address of numbers has none.
        var here = $"http://localhost:{App.Server.Port}/";
        var devices = await lena.Context.NewCDPSessionAsync(lena.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        await lena.Go(here + "login");
        await lena.SignIn("lena@example.com", NamedCast.Password);
        await lena.Go(here + "account/security");
        await lena.Find("#passkey-name").FillAsync("My phone");
        // Browsers give passkeys to the page in front alone.
        await lena.Page.BringToFrontAsync();
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        // Not the hint beside the field, which says it as well.
        await Assertions.Expect(lena.Find("#passkeys li")).ToContainTextAsync("My phone");

        // The e-mail field offers it, and the device that always says yes takes it.
        await lena.Context.ClearCookiesAsync();
        await lena.Page.GotoAsync(here + "login?returnUrl=%2Faccount");
        await lena.Arrives("/account$");

        // A browser that cannot offer it there shows nothing of it, and the button does the same.
        await lena.Context.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = undefined");
        await lena.Context.ClearCookiesAsync();
        await lena.Go(here + "login");
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await lena.Arrives("/desk");

        await lena.Go(here + "account/security");
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: My phone" }).ClickAsync();
        await Assertions.Expect(lena.Find("#passkeys li")).ToHaveCountAsync(0);
        await lena.Context.ClearCookiesAsync();
        await lena.Go(here + "login");
        await Assertions.Expect(lena.Find("#passkey-fault")).ToBeEmptyAsync();
        lena.Expect("401");
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(lena.Find("#passkey-fault")).Not.ToBeEmptyAsync();
        lena.Page.Url.ShouldContain("/login");
    }

    [Fact]
    public async Task Who_wants_to_change_what_lets_them_in_shows_again_who_they_are_and_loses_nothing()
    {
        var karim = await Browser.As(App.Karim);
        await karim.Go("account/security");
        await karim.Find("#passkey-name").FillAsync("My phone");
        // As after ten minutes.
        await App.Database.Ask("UPDATE \"Sessions\" SET \"ProvedAt\" = NULL");
        await karim.Page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await karim.Arrives("/account/prove");
        await karim.ShouldBeAccessible();
        await karim.Find("#password").FillAsync("not it");
        await karim.Find("#password").PressAsync("Enter");
        await Assertions.Expect(karim.Find("#password-error")).Not.ToBeEmptyAsync();
        await karim.Find("#password").FillAsync(NamedCast.Password);
        await karim.Find("#password").PressAsync("Enter");
        await karim.Arrives("/account/security[?#]");
        await Assertions.Expect(karim.Find("#passkey-name")).ToHaveValueAsync("My phone");
    }

    [Fact]
    public async Task Another_session_is_ended_and_its_open_page_goes_to_sign_in()
    {
        var here = await Browser.As(App.Sara, new Look(Locale: "en-GB"));
        var there = await Browser.As(App.Sara);
        await here.Go("account/security");
        await here.Find("#sessions button").First.ClickAsync();
        await there.Arrives("/login");
        await Assertions.Expect(here.Find("#sessions li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_report_reaches_staff_who_work_it()
    {
        var sara = await Browser.As(App.Oskar);
        await sara.Go("account/security");
        await sara.Find("#report-text").FillAsync("Somebody wrote in my name.");
        await sara.Page.GetByRole(AriaRole.Button, new() { Name = "Send report" }).ClickAsync();
        await Assertions.Expect(sara.Find(".toast").First).ToBeVisibleAsync();

        var olga = await Browser.As(App.Olga);
        await olga.Go("admin/security?kind=reports&state=open");
        await olga.Find("[data-row-link]").First.ClickAsync();
        await Assertions.Expect(olga.Find("#case")).ToContainTextAsync("Somebody wrote in my name.");
        await olga.Find("#case-note").FillAsync("Called back.");
        await olga.Page.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(olga.Find("#case")).ToContainTextAsync("Called back.");
        await olga.ShouldBeAccessible();
    }
}
