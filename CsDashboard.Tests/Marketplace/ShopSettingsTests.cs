using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>How a company sells, on each database.</summary>
public sealed class ShopSettingsTests
{
    [Theory, EachDatabase]
    public async Task A_way_to_send_gets_a_word_of_its_name_and_none_that_is_taken(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var shop = house.Get<ShopSettings>();
        ShippingMethodInput Way(string name, string? word = null) =>
            new()
            {
                NameEn = name,
                Word = word,
                Price = 5,
            };
        await shop.AddWay(house.Amina, Way("By bike, today"));
        await shop.AddWay(house.Amina, Way("By bike today"));
        await shop.AddWay(house.Amina, Way("دراجة"));
        (await shop.Get(house.Amina)).Ways.Select(w => w.Word).ShouldBe(["by_bike_today", "by_bike_today_2", "way"]);
        (await Till.Refused(() => shop.AddWay(house.Amina, Way("Other", "WAY")))).Fields[0].Field.ShouldBe("word");
        (await Till.Refused(() => shop.AddWay(house.Amina, Way("Other", "a-b")))).Fields[0].Field.ShouldBe("word");
        (await Till.Refused(() => shop.AddWay(house.Amina, new() { NameEn = "Free" }))).Fields[0].Field.ShouldBe("price");
        var first = Way("Bike", "way");
        (first.Place, first.Countries) = (0, "us, Saudi Arabia");
        await shop.SetWay(house.Amina, first);
        var ways = (await shop.Get(house.Amina)).Ways;
        (ways[0].Word, ways[0].NameEn, ways[0].Countries).ShouldBe(("way", "Bike", "US SA"));
        first.Countries = "Atlantis";
        (await Till.Refused(() => shop.SetWay(house.Amina, first))).Fields[0].Field.ShouldBe("countries");
        (await shop.Get(house.Omar)).Ways.ShouldBeEmpty();
        (await Till.Refused(() => shop.RemoveWay(house.Omar, ways[0].Id))).Kind.ShouldBe(RefusalKind.NotFound);
        foreach (var who in new[] { house.Karim, house.Sara })
            (await Till.Refused(() => shop.AddWay(who, Way("Mine")))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task A_place_has_one_rate(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var shop = house.Get<ShopSettings>();
        await shop.AddTax(house.Amina, new() { Percent = 15 });
        await shop.AddTax(house.Amina, new() { Country = "US", Percent = 0 });
        await shop.AddTax(
            house.Amina,
            new()
            {
                Country = "US",
                State = "ca",
                Percent = 8.25m,
            }
        );
        (await Till.Refused(() => shop.AddTax(house.Amina, new() { Percent = 16 }))).Fields[0].Field.ShouldBe("country");
        (
            await Till.Refused(() =>
                shop.AddTax(
                    house.Amina,
                    new()
                    {
                        Country = "US",
                        State = "CA",
                        Percent = 9,
                    }
                )
            )
        ).Fields[0].Field.ShouldBe("state");
        (await Till.Refused(() => shop.AddTax(house.Amina, new() { Country = "SA" }))).Fields[0].Field.ShouldBe("percent");
        (await Till.Refused(() => shop.AddTax(house.Amina, new() { State = "CA", Percent = 1 }))).Fields[0].Field.ShouldBe("country");
        (
            await shop.TaxAt(house.Sara, "US", "CA"),
            await shop.TaxAt(house.Sara, "US", "TX"),
            await shop.TaxAt(house.Sara, "SA", null)
        ).ShouldBe((0.0825m, 0m, 0.15m));
        var rates = (await shop.Get(house.Amina)).Taxes;
        (await Till.Refused(() => shop.RemoveTax(house.Omar, rates[0].Id))).Kind.ShouldBe(RefusalKind.NotFound);
        await shop.RemoveTax(house.Amina, rates[0].Id);
        (await shop.TaxAt(house.Sara, "SA", null)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task What_one_page_sets_another_leaves(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var shop = house.Get<ShopSettings>();
        await shop.Set(house.Amina, new() { CardMinutes = 45, TakesTest = true });
        await shop.SetTaxIncluded(house.Amina, true);
        await shop.SetTaxIncluded(house.Amina, true);
        var terms = (await shop.Get(house.Amina)).Terms;
        (terms.CardMinutes, terms.TakesTest, terms.IsTaxIncluded).ShouldBe((45, true, true));
        (await Till.Refused(() => shop.Set(house.Amina, new() { CardMinutes = 4 }))).Fields[0].Field.ShouldBe("cardMinutes");
        foreach (var who in new[] { house.Karim, house.Sara })
        {
            (await Till.Refused(() => shop.SetTaxIncluded(who, false))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => shop.SetSeller(who, new() { Name = "Me" }))).Kind.ShouldBe(RefusalKind.Forbidden);
            (await Till.Refused(() => shop.WhoSells(who))).Kind.ShouldBe(RefusalKind.Forbidden);
        }
    }

    [Theory, EachDatabase]
    public async Task An_invoice_names_who_sold_then(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var shop = house.Get<ShopSettings>();
        (await shop.WhoSells(house.Amina)).ShouldBeNull();
        var early = house.Clock.Now();
        house.Clock.AdvanceDays(1);
        await shop.SetSeller(house.Amina, new() { Name = "Nour Ltd", Address = "1 Old Street\r\nCairo" });
        var first = house.Clock.Now();
        house.Clock.AdvanceDays(1);
        await shop.SetSeller(house.Amina, new() { Name = "Nour Inc", NoteEn = "Thank you" });
        await shop.SetSeller(house.Amina, new() { Name = "Nour Inc", NoteEn = "Thank you " });
        await using var db = house.Store.Open(house.Amina);
        (await db.Sellers.CountAsync()).ShouldBe(2);
        (await ShopSettings.SellerAt(db, early))!.Name.ShouldBe("Nour Ltd");
        (await ShopSettings.SellerAt(db, first))!.Address.ShouldBe("1 Old Street\nCairo");
        (await ShopSettings.SellerAt(db, house.Clock.Now()))!.Name.ShouldBe("Nour Inc");
        (await shop.WhoSells(house.Omar)).ShouldBeNull();
        var much = new SellerInput { Address = new string('x', Seller.MaxAddress + 1) };
        (await Till.Refused(() => shop.SetSeller(house.Amina, much))).Fields[0].Field.ShouldBe("address");
    }

    [Theory, EachDatabase]
    public async Task A_shop_says_what_it_can_take(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var shop = house.Get<ShopSettings>();
        async Task<(bool, bool)> Takes()
        {
            var opening = await shop.Opening(house.Sara);
            return (opening.Takes(GoodsKind.Physical), opening.Takes(GoodsKind.Service));
        }
        (await Takes()).ShouldBe((false, true));
        await shop.Begin(house.Amina);
        await shop.Begin(house.Amina);
        (await Takes()).ShouldBe((true, true));
        var setup = await shop.Get(house.Amina);
        (setup.Ways.Count, setup.Taxes.Count, setup.CanBePaid).ShouldBe((5, 6, true));
        await shop.Set(house.Amina, new() { TakesOffline = false });
        (await Takes()).ShouldBe((false, false));
        (await shop.Get(house.Amina)).CanBePaid.ShouldBeFalse();
        await shop.Set(house.Amina, new());
        foreach (var way in setup.Ways)
        {
            var input = ShippingMethodInput.Of(way);
            input.IsOff = true;
            await shop.SetWay(house.Amina, input);
        }
        (await Takes()).ShouldBe((false, true));
    }
}
