using Bunit;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts.Parts;
using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Accounts;

/// <summary>The settings of the company, as they are drawn.</summary>
public sealed class SettingsCompanyTests
{
    [Fact]
    public async Task An_admin_sees_whence_the_country_comes_and_sets_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<SettingsCompany>("/admin/settings?tab=company");
        page.WaitForElement("#company-country").GetAttribute("placeholder").ShouldBe("Based on the time zone: Saudi Arabia");
        Task Choose(string code) => page.InvokeAsync(() => page.FindComponent<PickCountry>().Instance.ValueChanged.InvokeAsync(code));
        await Choose("EG");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => house.Get<Tenants>().Place(house.Amina).Result.ShouldBe(new CompanyPlace("EG", "SA")));
        await house.Get<Tenants>().SetCountry(house.Amina, new CompanyInput { Country = "JO" });
        page.WaitForAssertion(() => page.Find("#company-country").GetAttribute("value").ShouldBe("Jordan", "Another admin was here."));

        await Choose("XX");
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".field-error").TextContent.ShouldContain("Unknown country");
        (await house.Get<Tenants>().Place(house.Amina)).Country.ShouldBe("JO");
    }
}
