using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Tests.Engagement;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Marketplace.Parts;
using CsDashboard.Web.Portal;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The page of currency and rates, and amounts of two currencies as they are drawn.</summary>
public sealed class CurrencyPagesTests
{
    [Fact]
    public async Task An_admin_gives_the_rate_that_orders_wait_for_and_the_customer_sees_both_amounts()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<Orders>()
            .Record(
                house.Shop,
                house.Sara.CustomerId!.Value,
                new OrderInput
                {
                    Number = "Z-5",
                    Status = "delivered",
                    Currency = "JPY",
                    Total = 12_345,
                }
            );
        await using (var before = Screen.Of(house, house.Sara))
        {
            var page = before.Open<MySpendingPage>("/portal/spending");
            page.WaitForElement(".order-amount").TextContent.ShouldContain("12,345 JPY");
            page.Find(".order-amount").TextContent.ShouldContain("no rate yet");
            page.Markup.ShouldContain("Not included: 12,345 JPY");
        }
        await using var screen = Screen.Of(house, house.Amina);
        var settings = screen.Open<SettingsCurrency>("/admin/settings?tab=currency");
        settings.WaitForElement(".notice .link").TextContent.ShouldBe("Add a rate");
        await settings.Find(".notice .link").ClickAsync();
        settings.Find("#rate-currency").GetAttribute("value").ShouldBe("JPY");
        await settings.Find("#rate-rate").ChangeAsync("0");
        await settings.Find("form").SubmitAsync();
        settings.WaitForElement(".field-error").TextContent.ShouldContain("rate above 0");
        await settings.Find("#rate-rate").ChangeAsync("0.0065");
        await settings.Find("form").SubmitAsync();
        settings.WaitForElement("[data-list=rates] tbody tr").TextContent.ShouldContain("1 JPY = 0.0065 USD");
        settings.WaitForAssertion(() => settings.FindAll(".notice .link").ShouldBeEmpty());
        await using var after = Screen.Of(house, house.Sara);
        var spending = after.Open<MySpendingPage>("/portal/spending");
        spending.WaitForElement(".order-amount").TextContent.ShouldContain("12,345 JPY");
        spending.Find(".order-amount").TextContent.ShouldContain("≈ 80.24 USD");
        spending.Markup.ShouldNotContain("Not included");
    }

    [Fact]
    public async Task An_admin_is_asked_before_the_companys_currency_changes()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<SettingsCurrency>("/admin/settings?tab=currency");
        page.WaitForElement("[data-change-currency]").HasAttribute("disabled").ShouldBeTrue();
        await page.Find("#company-currency").ChangeAsync("KWD");
        await page.Find("[data-change-currency]").ClickAsync();
        (await house.Get<CsDashboard.Accounts.Tenants>().CurrencyOf(house.Amina)).Code.ShouldBe("USD");
        await page.Find("dialog .btn-primary").ClickAsync();
        page.WaitForAssertion(() => house.Get<CsDashboard.Accounts.Tenants>().CurrencyOf(house.Amina).Result.Code.ShouldBe("KWD"));
    }
}
