using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Telling;
using CsDashboard.Web.Security;

namespace CsDashboard.Tests.Security;

/// <summary>The page of the security service.</summary>
public sealed class GuardPageTests
{
    [Fact]
    public async Task An_admin_lifts_a_lock_out_writes_a_rule_and_makes_a_secret()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        for (var i = 0; i < 5; i++)
            await house.Get<ToldSignIns>().Tell(house.Karim, new Told("ann"), "203.0.113.5", "Firefox", succeeded: false, null);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<GuardPage>("/admin/security/service");
        page.WaitForAssertion(() => page.Find("[data-list=locks] li").TextContent.ShouldContain("ann"));
        page.FindAll("[data-list=events] li").Count.ShouldBe(6);
        await page.Find("[data-list=locks] button").ClickAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=locks] li").ShouldBeEmpty());
        (await house.Get<ToldSignIns>().IsLocked(house.Karim, new Told("ann"), "203.0.113.5")).ShouldBeFalse();

        page.FindAll("[data-list=rules] li").Count.ShouldBe(6);
        await page.Find("[data-part=rule]").SubmitAsync();
        page.WaitForAssertion(() => page.Find("[data-part=rule]").TextContent.ShouldContain(Words.Of("Text_Required")));
        await page.Find("#rule-label").ChangeAsync("Beyond 50");
        await page.Find("#rule-limit").ChangeAsync("50");
        await page.Find("[data-part=rule]").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=rules] li").Count.ShouldBe(7));
        await page.FindAll(".btn-row button")[0].ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-tried]").TextContent.ShouldContain("0"));
        await page.FindAll(".btn-row button")[1].ClickAsync();
        page.WaitForAssertion(() =>
            house.Get<PaymentRules>().List(house.Amina).GetAwaiter().GetResult().Select(r => r.Label).ShouldContain("Beyond 50")
        );

        await page.FindAll("button").Single(b => b.TextContent.Contains("new secret", StringComparison.Ordinal)).ClickAsync();
        page.WaitForAssertion(() => page.Find("[data-secret]").TextContent.ShouldStartWith("whsec_"));
        (await house.Get<SecuritySettings>().Get(house.Amina)).HasSecret.ShouldBeTrue();
    }
}
