using CsDashboard.Accounts;
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
        (await proving.Content.ReadAsStringAsync()).ShouldNotContain("evil.example");
    }
}
