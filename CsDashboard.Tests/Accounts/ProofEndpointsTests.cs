using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Accounts;

public sealed class ProofEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_token_begins_no_passkey_and_a_browser_only_with_a_fresh_proof()
    {
        using var program = await app.Client(app.David).PostAsync("app/passkeys/new", null);
        await program.ShouldBeProblem(403, "browser_only");
        var browser = await app.Browser(app.David);
        using var fresh = await browser.PostAsync("app/passkeys/new", null);
        await fresh.ShouldBe(200);
        await app.Database.Ask("UPDATE \"Sessions\" SET \"ProvedAt\" = NULL");
        using var old = await browser.PostAsync("app/passkeys/new", null);
        await old.ShouldBeProblem(403, Proofs.Needed);
        using var made = await browser.Post("app/passkeys", new { name = "Phone", credential = "{}" });
        await made.ShouldBeProblem(400);
        using var page = await browser.GetAsync("account/second-factor");
        page.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("/account/prove?returnUrl=%2Faccount%2Fsecond-factor");
        using var proving = await browser.GetAsync("account/prove?returnUrl=%2F%2Fevil.example");
        (await proving.Content.ReadAsStringAsync()).ShouldContain("data-return-url=\"/account\"");
    }

    [Fact]
    public async Task Who_has_shown_who_they_are_goes_on_with_the_name_that_was_typed_in_any_script()
    {
        var (back, browser) = ("/account?passkey=" + Uri.EscapeDataString("هاتف لينا") + "#passkeys", app.WithCookies);
        (
            await browser.FillIn("login", "login", ("Input.Email", NamedCast.EmailOf(app.David)), ("Input.Password", NamedCast.Password))
        ).Dispose();
        using var shown = await browser.FillIn(
            "account/prove?returnUrl=" + Uri.EscapeDataString(back),
            "prove-password",
            ("Password.Password", NamedCast.Password)
        );
        await shown.ShouldBe(302);
        shown.Headers.Location.ShouldNotBeNull().OriginalString.ShouldEndWith(back);
    }

    [Fact]
    public async Task The_sign_in_page_takes_a_code_beside_the_password_once_strangers_have_closed_the_account()
    {
        var (sara, factors, now) = (await app.In(app.Sara), app.Get<SecondFactors>(), Totp.StepAt(app.Sara.Now));
        var key = SecondFactorTests.Decoded((await factors.Begin(sara)).Key);
        await factors.Confirm(sara, new CodeInput { Code = Totp.CodeAt(key, now - 1) });
        for (var i = 0; i < 20; i++)
            await Should.ThrowAsync<Refusal>(() =>
                app.Get<SignIns>()
                    .WithPassword(
                        new Credentials { Email = NamedCast.EmailOf(app.Sara), Password = "not it" },
                        new Visitor($"203.0.113.{i}", null, TimeProvider.System),
                        tokens: false
                    )
            );
        var browser = app.WithCookies;
        using var closed = await browser.FillIn(
            "login",
            "login",
            ("Input.Email", NamedCast.EmailOf(app.Sara)),
            ("Input.Password", NamedCast.Password)
        );
        await closed.ShouldBe(200);
        (await closed.Content.ReadAsStringAsync()).ShouldContain("name=\"Input.Code\"");
        using var open = await browser.FillIn(
            "login",
            "login",
            ("Input.Email", NamedCast.EmailOf(app.Sara)),
            ("Input.Password", NamedCast.Password),
            ("Input.Code", Totp.CodeAt(key, Totp.StepAt(app.Sara.Now) + 1))
        );
        open.Headers.Location.ShouldNotBeNull().ToString().ShouldEndWith("/portal");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_sets_a_new_password_by_mail_is_shown_the_passkeys_and_keeps_them_or_not(bool keeps)
    {
        var (oskar, name) = (await app.In(app.Oskar), $"Phone {keeps}");
        await app.Get<Passkeys>().Add(oskar, name, ProofsTests.Key(keeps ? (byte)1 : (byte)2));
        var (code, _) = (
            await app.Get<Users>().ForgotPassword(NamedCast.EmailOf(app.Oskar), new Visitor("127.0.0.1", null, TimeProvider.System))
        )!.Value;
        var (browser, path) = (app.WithCookies, "password?code=" + code);
        (await browser.GetStringAsync(path)).ShouldContain(name);
        using var set = await browser.FillIn(
            path,
            "password",
            [("Input.Password", NamedCast.Password), .. keeps ? new[] { ("Input.KeepPasskeys", "true") } : []]
        );
        set.Headers.Location.ShouldNotBeNull().ToString().ShouldContain("changed");
        (await app.Get<Passkeys>().Mine(app.Oskar)).Any(p => p.Name == name).ShouldBe(keeps);
    }
}
