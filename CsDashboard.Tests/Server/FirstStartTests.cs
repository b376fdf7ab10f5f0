using System.Net.Http.Json;
using CsDashboard.Accounts;
using CsDashboard.Demo;
using CsDashboard.Foundation;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Server;

/// <summary>The first start serves while the demo companies are made, and says so.</summary>
public sealed class FirstStartTests
{
    [Fact]
    public async Task A_first_start_answers_at_once_and_opens_when_the_demo_is_there()
    {
        await using var app = await TestApp.Start(settings: [("CsDashboard:Demo", "true")], withCast: false, waits: false);
        app.Get<DemoMaking>().IsUnderWay.ShouldBeTrue();
        var page = await app.Anonymous.GetStringAsync("login");
        page.ShouldContain("Preparing the demo companies");
        page.ShouldContain("http-equiv=\"refresh\"");
        page.ShouldNotContain("name=\"Input.Email\"");
        using (var home = await app.Anonymous.GetAsync("help"))
            home.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/login");
        using (var live = await app.Anonymous.GetAsync("health/live"))
            ((int)live.StatusCode).ShouldBe(200);
        using (var ready = await app.Anonymous.GetAsync("health/ready"))
        {
            ((int)ready.StatusCode).ShouldBe(503);
            (await ready.Content.ReadAsStringAsync()).ShouldContain("preparing");
        }
        var demo = CsDashboard.Demo.DemoCompany.Accounts[0];
        using (
            var signIn = await app.Anonymous.PostAsync(
                "api/auth/login",
                JsonContent.Create(new { email = demo.Email, password = demo.Password })
            )
        )
            ((int)signIn.StatusCode, signIn.Headers.RetryAfter?.Delta).ShouldBe((503, TimeSpan.FromSeconds(5)));

        await app.Get<DemoMaking>().Done.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        using (var ready = await app.Anonymous.GetAsync("health/ready"))
            ((int)ready.StatusCode).ShouldBe(200);
        (await app.Anonymous.GetStringAsync("login")).ShouldContain(demo.Email);
        using (
            var signIn = await app.Anonymous.PostAsync(
                "api/auth/login",
                JsonContent.Create(new { email = demo.Email, password = demo.Password })
            )
        )
            ((int)signIn.StatusCode).ShouldBe(200);
        File.Exists(Path.Combine(app.Database.Folder, "demo-unfinished")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_start_that_was_cut_off_has_left_of_the_demo_is_made_anew()
    {
        await using var house = await House.EmptyOn(DatabaseKind.Sqlite, services => services.Configure<Settings>(s => s.Demo = true));
        var (making, mark) = (house.Get<DemoMaking>(), Path.Combine(house.Database.Folder, "demo-unfinished"));
        making.Clear().ShouldBeTrue();
        File.Exists(house.Database.File).ShouldBeTrue("There is nothing to clear.");
        await making.Begin();
        (making.IsUnderWay, File.Exists(mark)).ShouldBe((true, true));
        await house.Company("Half of it");
        await using (var next = house.Again(services => services.Configure<Settings>(s => s.Demo = true)))
        {
            next.Get<DemoMaking>().Clear().ShouldBeTrue();
            (File.Exists(mark), File.Exists(house.Database.File)).ShouldBe((false, false));
            await next.Store.Prepare();
            (await next.Get<Tenants>().Any()).ShouldBeFalse();
            // Whoever has companies of their own keeps them: there is no mark.
            await next.Company("Their own");
            await next.Get<DemoMaking>().Begin();
            (next.Get<DemoMaking>().IsUnderWay, File.Exists(mark), next.Get<DemoMaking>().Done.IsCompleted).ShouldBe((false, false, true));
        }
    }
}
