using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Web.Marketplace;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The pages on which admins say how their shop sells, and what a shop shows that can't sell yet.</summary>
public sealed class ShopSettingsPagesTests
{
    [Fact]
    public async Task A_shop_that_cannot_sell_says_so_and_begins_with_a_click()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<ShippingPage>("/admin/shop/shipping");
        page.WaitForElement(".empty").TextContent.ShouldContain("No delivery methods yet");
        page.WaitForElement("[data-part=shop-begin]").TextContent.ShouldContain("prices in USD");
        await page.Find("[data-part=shop-begin] .btn").ClickAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=ways] tbody tr").Count.ShouldBe(5));
        page.WaitForAssertion(() => page.FindAll("[data-part=shop-begin]").ShouldBeEmpty());
        page.Find("[data-row=standard]").TextContent.ShouldContain("5.99 USD");
        page.Find("[data-row=standard]").TextContent.ShouldContain("Everywhere");
        await page.Find("[data-row=overnight] .btn").ClickAsync();
        page.WaitForElement("dialog .btn-danger");
        (await house.Get<ShopSettings>().Get(house.Amina)).Ways.Count.ShouldBe(5);
        await page.Find("dialog .btn-danger").ClickAsync();
        page.WaitForAssertion(() => page.FindAll("[data-row=overnight]").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_way_is_written_and_what_was_typed_stays_when_it_is_refused()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<ShippingPage>("/admin/shop/shipping?way=new");
        await page.WaitForElement("#nameEn").ChangeAsync("Courier");
        await page.Find("#countries").ChangeAsync("SA, Atlantis");
        await page.Find("[data-part=way]").SubmitAsync();
        page.WaitForElement("#price-error .field-error");
        await page.Find("#price").ChangeAsync("12.5");
        await page.Find("[data-part=way]").SubmitAsync();
        page.WaitForElement("#countries-error .field-error").TextContent.ShouldContain("Atlantis");
        page.Find("#nameEn").GetAttribute("value").ShouldBe("Courier");
        page.Find("#countries").GetAttribute("value").ShouldBe("SA, Atlantis");
        await page.Find("#countries").ChangeAsync("SA");
        await page.Find("[data-part=way]").SubmitAsync();
        page.WaitForElement("[data-row=courier]").TextContent.ShouldContain("Saudi Arabia");
        screen.Address.ShouldBe("/admin/shop/shipping");
        screen.Go("/admin/shop/shipping?way=courier");
        page.WaitForElement("#word").HasAttribute("readonly").ShouldBeTrue();
        screen.Go("/admin/shop/shipping?way=nowhere");
        await screen.NotFound;
    }

    [Fact]
    public async Task A_rate_is_written_once_for_a_place_and_prices_can_have_the_tax_in_them()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var shop = house.Get<ShopSettings>();
        await shop.AddTax(house.Amina, new() { Percent = 7 });
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<TaxPage>("/admin/shop/tax?rate=new");
        await page.WaitForElement("#percent").ChangeAsync("8.25");
        await page.Find("[data-part=tax]").SubmitAsync();
        page.WaitForElement("#country-error .field-error").TextContent.ShouldContain("already");
        page.Find("#percent").GetAttribute("value").ShouldBe("8.25");
        await page.Find("#country").ChangeAsync("US");
        await page.Find("#state").ChangeAsync("ca");
        await page.Find("[data-part=tax]").SubmitAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=taxes] tbody tr").Count.ShouldBe(2));
        page.Find("[data-row='United States · CA']").TextContent.ShouldContain("8.25%");
        page.Find("[data-row='Everywhere else']").TextContent.ShouldContain("7%");
        await page.FindAll("input[name=tax-in]")[1].ChangeAsync("on");
        page.WaitForAssertion(() => shop.Get(house.Amina).Result.Terms.IsTaxIncluded.ShouldBeTrue());
        await page.Find("[data-row='Everywhere else'] .btn").ClickAsync();
        page.WaitForAssertion(() => page.FindAll("[data-list=taxes] tbody tr").Count.ShouldBe(1));
    }

    [Fact]
    public async Task Payments_are_switched_and_the_tax_stays_as_another_page_set_it()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var shop = house.Get<ShopSettings>();
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<PaymentsPage>("/admin/shop/payments");
        await page.WaitForElement("#howToPayEn").ChangeAsync("IBAN 1");
        await page.Find("#cardMinutes").ChangeAsync("3");
        await shop.SetTaxIncluded(house.Amina, true);
        await page.Find("[data-part=payments]").SubmitAsync();
        page.WaitForElement("#cardMinutes-error .field-error").TextContent.ShouldContain("1440");
        page.Find("#howToPayEn").GetAttribute("value").ShouldBe("IBAN 1");
        await page.Find("#cardMinutes").ChangeAsync("20");
        await page.Find("#takes-test").ChangeAsync(true);
        page.WaitForAssertion(() => page.Markup.ShouldContain("without paying"));
        await page.Find("[data-part=payments]").SubmitAsync();
        page.WaitForAssertion(() =>
        {
            var terms = shop.Get(house.Amina).Result.Terms;
            (terms.HowToPayEn, terms.CardMinutes, terms.TakesTest, terms.IsTaxIncluded).ShouldBe(("IBAN 1", 20, true, true));
        });
    }

    [Fact]
    public async Task Who_sells_and_who_reviews_is_set()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<ShopSettingsPage>("/admin/shop/settings");
        await page.WaitForElement("#name").ChangeAsync("…");
        await page.Find("#taxNumber").ChangeAsync("310122393500003");
        await page.Find("[data-part=seller]").SubmitAsync();
        page.WaitForElement("#name-error .field-error");
        page.Find("#taxNumber").GetAttribute("value").ShouldBe("310122393500003");
        await page.Find("#name").ChangeAsync("Nour Trading LLC");
        await page.Find("[data-part=seller]").SubmitAsync();
        page.WaitForAssertion(() => house.Get<ShopSettings>().WhoSells(house.Amina).Result!.Name.ShouldBe("Nour Trading LLC"));
        await page.FindAll("input[name=reviews-by]")[1].ChangeAsync("on");
        page.WaitForAssertion(() => house.Get<ProductReviews>().OnlyBuyers(house.Amina).Result.ShouldBeTrue());
    }
}
