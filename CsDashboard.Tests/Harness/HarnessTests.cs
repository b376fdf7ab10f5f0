using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Harness;

public sealed class HouseTests
{
    [Theory, EachDatabase]
    public async Task Two_houses_share_nothing_but_the_cast(DatabaseKind kind)
    {
        await using var one = await House.On(kind);
        await using var two = await House.On(kind);
        await one.Get<Users>().ChangeProfile(one.Karim, new ProfileInput { Name = "Karim of one", Language = "en", TimeZone = "UTC" });

        (await one.Get<Users>().Me(one.Karim)).Name.ShouldBe("Karim of one");
        (await two.Get<Users>().Me(two.Karim)).Name.ShouldBe("Karim");
        one.Karim.UserId.ShouldBe(two.Karim.UserId);
    }

    [Theory, EachDatabase]
    public async Task Everybody_of_the_cast_can_sign_in_with_the_shared_password(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (var person in new[] { house.Amina, house.Sara, house.Oskar })
        {
            var outcome = await house.SignIn(person);
            outcome.Actor.UserId.ShouldBe(person.UserId);
            outcome.Actor.TenantId.ShouldBe(person.TenantId);
            outcome.Actor.CustomerId.ShouldBe(person.CustomerId);
            outcome.Actor.Role.ShouldBe(person.Role);
            outcome.Actor.Language.ShouldBe(person.Language);
        }
    }

    [Theory, EachDatabase]
    public async Task A_house_made_empty_is_migrated_and_has_no_company(DatabaseKind kind)
    {
        await using var house = await House.EmptyOn(kind);
        (await house.Get<Tenants>().Any()).ShouldBeFalse();
        await using var db = house.Store.Open(Actor.System(Guid.Empty));
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_house_runs_on_the_database_that_the_row_names(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        (await house.Store.Engine()).ShouldStartWith(kind == DatabaseKind.Sqlite ? "SQLite 3." : "PostgreSQL ");
    }
}

public sealed class TestAppTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_app_answers_on_a_real_port()
    {
        using var plain = new HttpClient();
        using var response = await plain.GetAsync(app.Server);
        ((int)response.StatusCode).ShouldBeLessThan(500);
        app.Server.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_unknown_address_is_not_there()
    {
        using var response = await app.Anonymous.GetAsync("no-such-page");
        await response.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class BrowserHarnessTests(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_real_browser_reaches_the_app()
    {
        var seat = await Browser.Anyone();
        seat.Expect("favicon.ico");
        (await seat.Go("favicon.svg")).ShouldNotBeNull().Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_window_has_the_language_zone_and_colours_it_was_given()
    {
        var seat = await Browser.Anyone(Look.Arabic with { Dark = true });
        await seat.Page.GotoAsync("about:blank");
        (await seat.Page.EvaluateAsync<string>("navigator.language")).ShouldBe("ar-SA");
        (await seat.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone")).ShouldBe("Asia/Riyadh");
        (await seat.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")).ShouldBeTrue();
    }

    [Fact]
    public async Task Errors_on_the_console_and_in_scripts_are_complaints()
    {
        var seat = await Browser.Anyone();
        await seat.Page.GotoAsync("about:blank");
        await seat.Page.EvaluateAsync("console.error('a bad thing'); setTimeout(() => { throw new Error('worse') })");
        await seat.Page.WaitForTimeoutAsync(200);
        seat.Complaints.Count.ShouldBe(2);
        Should.Throw<ShouldAssertException>(Browser.ShouldBeQuiet).Message.ShouldContain("worse");
        seat.Expect("a bad thing");
        seat.Expect("worse");
        Browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_picture_without_words_is_not_accessible_and_the_message_names_it()
    {
        var seat = await Browser.Anyone();
        await seat.Page.SetContentAsync("<html lang=en><title>t</title><main><img src='data:,' id=silent></main></html>");
        var told = await Assert.ThrowsAsync<ShouldAssertException>(() => seat.ShouldBeAccessible());
        told.Message.ShouldContain("image-alt");
        told.Message.ShouldContain("silent");
        await seat.ShouldBeAccessible("image-alt");
    }
}
