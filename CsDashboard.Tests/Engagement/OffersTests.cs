using CsDashboard.Analytics;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Engagement;

/// <summary>contract: membership, Offers: who may take one, how often, and what it saves.</summary>
public sealed class OffersTests
{
    private static Actor Shop(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

    private static OfferInput Input(House house, string code, Action<OfferInput>? with = null)
    {
        var input = new OfferInput
        {
            Code = code,
            Title = "Ten off",
            TitleAr = "خصم عشرة",
            Kind = OfferKind.Percent,
            Worth = 10,
            StartsAt = house.Clock.Now(),
            EndsAt = house.Clock.Now().AddDays(5),
        };
        with?.Invoke(input);
        return input;
    }

    [Theory]
    [InlineData(OfferKind.Percent, 30, 500, 1, 499.99, null)]
    [InlineData(OfferKind.Percent, 30, 500, 1, 500, 150.0)]
    [InlineData(OfferKind.FreeShipping, 0, 200, 2, 100, 12.99)]
    [InlineData(OfferKind.BuyTwoGetOne, 50, 100, 2, 60, 0.0)]
    [InlineData(OfferKind.BuyTwoGetOne, 50, 100, 7, 20, 40.0)]
    [InlineData(OfferKind.Amount, 12.5, 0, 2, 6.3, 12.5)]
    [InlineData(OfferKind.Amount, 12.5, 0, 2, 6.2, 12.4)]
    [InlineData(OfferKind.Amount, 12.5, 20, 2, 9.99, null)]
    public void What_it_saves_on_an_order(OfferKind kind, double worth, int least, int quantity, double price, double? saved)
    {
        var offer = new Offer
        {
            Code = "X",
            Title = "",
            TitleAr = "",
            Discount = new(kind, (decimal)worth),
            Category = "goods",
            MinPurchase = least,
        };
        // What else is in the order does not count.
        offer
            .SavingsOn([("Goods", quantity, (decimal)price), ("other", 5, 1_000)], 12.99m, Currency.Usual)
            .ShouldBe(saved is null ? null : new Money((decimal)saved, Currency.Usual));
        offer.SavingsOn([("other", 5, 1_000)], 12.99m, Currency.Usual).ShouldBeNull();
    }

    [Fact]
    public void Of_three_the_cheapest_is_free() =>
        new Offer
        {
            Code = "X",
            Title = "",
            TitleAr = "",
            Discount = new(OfferKind.BuyTwoGetOne, 0),
        }
            .SavingsOn([(null, 1, 30), (null, 1, 10), (null, 1, 20)], 0, Currency.Usual)
            .ShouldBe(new Money(10, Currency.Usual));

    [Theory, EachDatabase]
    public async Task The_four_of_the_rules_are_there_to_be_changed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var offers = house.Get<Offers>();
        await offers.AddFour(house.Amina);
        // contract: membership, Offers: electronics 30 %, min 500, 3 days; clothing free shipping, 200, 7; books buy two get one (50 %),
        // 100, 5; furniture 25 % VIP only, 1000, 10.
        (await offers.List(house.Karim))
            .OrderBy(o => o.Category, StringComparer.Ordinal)
            .Select(o => (o.Category, o.Discount.Kind, o.Discount.Percent, o.MinPurchase, (o.EndsAt - house.Clock.Now()).Days, o.Segment))
            .ShouldBe([
                ("books", OfferKind.BuyTwoGetOne, 50, 100m, 5, null),
                ("clothing", OfferKind.FreeShipping, 0, 200m, 7, null),
                ("electronics", OfferKind.Percent, 30, 500m, 3, null),
                ("furniture", OfferKind.Percent, 25, 1000m, 10, "vip"),
            ]);
        (await offers.List(house.Olga)).ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => offers.AddFour(house.Amina))).Code.ShouldBe("code_taken");
        var forSara = await offers.For(house.Sara, house.Sara.CustomerId!.Value);
        forSara.Count(o => o.IsOpen).ShouldBe(3);
        forSara[^1].Why.ShouldBe(OfferWhy.Audience);
        await house.Get<Segments>().Set(house.Karim, house.Sara.CustomerId!.Value, "vip");
        (await offers.For(house.Sara, house.Sara.CustomerId!.Value)).ShouldAllBe(o => o.IsOpen);
    }

    [Theory, EachDatabase]
    public async Task Each_refusal_says_why(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (offers, sara, david) = (house.Get<Offers>(), house.Sara.CustomerId!.Value, house.David.CustomerId!.Value);
        await offers.Save(house.Amina, null, Input(house, "one", o => o.InAll = 1));
        await offers.Save(
            house.Amina,
            null,
            Input(house, "later", o => (o.StartsAt, o.EndsAt) = (house.Clock.Now().AddDays(1), house.Clock.Now().AddDays(2)))
        );
        await offers.Save(house.Amina, null, Input(house, "off", o => o.IsOff = true));
        await offers.Save(house.Amina, null, Input(house, "pro", o => o.Tier = "pro"));
        async Task<string> Why(Actor who, string code) =>
            (await Should.ThrowAsync<Refusal>(() => offers.Apply(who, who.CustomerId!.Value, code))).Code;
        // Two at once: the last goes to one of them.
        var both = await Task.WhenAll(
            new[] { house.Sara, house.David }.Select(async who =>
            {
                try
                {
                    await offers.Apply(who, who.CustomerId!.Value, "ONE");
                    return "taken";
                }
                catch (Refusal refusal)
                {
                    return refusal.Code;
                }
            })
        );
        both.Order(StringComparer.Ordinal).ShouldBe(["offer_exhausted", "taken"]);
        var winner = both[0] == "taken" ? house.Sara : house.David;
        (await Why(winner, "one")).ShouldBe("offer_used");
        (await Why(house.Sara, "later")).ShouldBe("offer_notyet");
        (await Why(house.Sara, "off")).ShouldBe("offer_off");
        (await Why(house.Sara, "pro")).ShouldBe("offer_audience");
        (await Why(house.Sara, "offer-123")).ShouldBe("not_found");
        (await Why(house.Oskar, "one")).ShouldBe("not_found");
        (await Should.ThrowAsync<Refusal>(() => offers.Apply(house.Sara, david, "one"))).Kind.ShouldBe(RefusalKind.NotFound);
        house.Clock.AdvanceDays(6);
        (await Why(house.Sara, "pro")).ShouldBe("offer_over");
        (await offers.For(house.Sara, sara)).Single(o => o.Offer.Code == "LATER").Why.ShouldBe(OfferWhy.Over);
        house.Clock.AdvanceDays(8);
        (await offers.For(house.Sara, sara)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Savings_are_those_of_the_order_it_was_used_on(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (offers, sara) = (house.Get<Offers>(), house.Sara.CustomerId!.Value);
        await offers.Save(house.Amina, null, Input(house, "TEN", o => (o.Category, o.PerPerson) = ("course", 2)));
        await offers.Apply(house.Sara, sara, "ten");
        async Task Buys(string number, string category, string status = "placed") =>
            await house
                .Get<Orders>()
                .Record(
                    Shop(house),
                    sara,
                    new OrderInput
                    {
                        Number = number,
                        Status = status,
                        Lines =
                        [
                            new()
                            {
                                Name = "A",
                                Category = category,
                                Quantity = 2,
                                UnitPrice = 99.95m,
                            },
                        ],
                    }
                );
        async Task<(string?, decimal)> Newest()
        {
            await house.Drain();
            return (await offers.History(house.Sara, sara)).Select(u => (u.OrderNumber, u.Savings)).First();
        }
        await Buys("S-1", "challenge");
        (await Newest()).ShouldBe((null, 0));
        await Buys("S-2", "course");
        (await Newest()).ShouldBe(("S-2", 19.99m));
        await Buys("S-2", "course", "delivered");
        (await Newest()).ShouldBe(("S-2", 19.99m));
        // Claimed, used and saved, as the dashboard tells it.
        async Task<IEnumerable<decimal?>> Told(Actor admin)
        {
            house.Clock.AdvanceMinutes(2);
            return (await house.Get<Figures>().Read(admin, 7)).Groups.Single(g => g.Name == "offers").Figures.Select(f => f.Value);
        }
        (await Told(house.Amina)).ShouldBe([1, 1, 19.99m]);
        (await Told(house.Omar)).ShouldBe([0, 0, 0]);
        await Buys("S-2", "course", "returned");
        (await Newest()).ShouldBe((null, 0));
        (await Told(house.Amina)).ShouldBe([1, 0, 0]);
        // contract: membership, Offers: 7 days.
        house.Clock.AdvanceDays(8);
        await Buys("S-3", "course");
        (await Newest()).ShouldBe((null, 0));
        (await house.Events(house.Nour))
            .Where(e => e.Kind.StartsWith("Offer", StringComparison.Ordinal))
            .Select(e => e.Kind)
            .ShouldBe([nameof(OfferChanged), nameof(OfferApplied), nameof(OfferUsed), nameof(OfferGivenBack)]);
    }

    [Theory, EachDatabase]
    public async Task An_amount_comes_off_an_order_once_and_never_more_than_was_bought(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (offers, sara) = (house.Get<Offers>(), house.Sara.CustomerId!.Value);
        await offers.Save(house.Amina, null, Input(house, "TWENTY", o => (o.Kind, o.Worth, o.PerPerson) = (OfferKind.Amount, 20.5m, 2)));
        (await offers.For(house.Sara, sara)).Single().Offer.Discount.ShouldBe(new(OfferKind.Amount, 20.5m));
        foreach (var (number, price, saved) in new[] { ("F-1", 12.75m, 12.75m), ("F-2", 100m, 20.5m) })
        {
            await offers.Apply(house.Sara, sara, "TWENTY");
            await house
                .Get<Orders>()
                .Record(
                    Shop(house),
                    sara,
                    new OrderInput
                    {
                        Number = number,
                        Status = "placed",
                        Shipping = 9,
                        Lines =
                        [
                            new()
                            {
                                Name = "A",
                                Quantity = 1,
                                UnitPrice = price,
                            },
                        ],
                    }
                );
            await house.Drain();
            (await offers.History(house.Sara, sara)).Single(u => u.OrderNumber == number).Savings.ShouldBe(saved);
        }
    }

    [Theory, EachDatabase]
    public async Task An_offer_waits_for_an_order_on_which_it_saves_something_lines_or_none(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (offers, sara) = (house.Get<Offers>(), house.Sara.CustomerId!.Value);
        async Task<(string?, decimal)> Buys(OrderInput order)
        {
            await house.Get<Orders>().Record(Shop(house), sara, order);
            await house.Drain();
            return (await offers.History(house.Sara, sara)).Select(u => (u.OrderNumber, u.Savings)).First();
        }
        await offers.Save(house.Amina, null, Input(house, "FREE", o => o.Kind = OfferKind.FreeShipping));
        await offers.Apply(house.Sara, sara, "FREE");
        (await Buys(new() { Number = "N-1", Total = 80 })).ShouldBe((null, 0));
        (
            await Buys(
                new()
                {
                    Number = "N-2",
                    Total = 80,
                    Shipping = 5.99m,
                }
            )
        ).ShouldBe(("N-2", 5.99m));
        house.Clock.AdvanceMinutes(1);
        await offers.Save(house.Amina, null, Input(house, "TEN", o => o.MinPurchase = 70));
        await offers.Apply(house.Sara, sara, "TEN");
        (
            await Buys(
                new()
                {
                    Number = "N-3",
                    Total = 80,
                    Shipping = 8,
                    Tax = 6,
                }
            )
        ).ShouldBe((null, 0));
        (
            await Buys(
                new()
                {
                    Number = "N-4",
                    Total = 94,
                    Shipping = 8,
                    Tax = 6,
                }
            )
        ).ShouldBe(("N-4", 8));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_with_an_offer_is_said_beside_its_field(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var offers = house.Get<Offers>();
        foreach (
            var (bad, field) in new (Action<OfferInput>, string)[]
            {
                (o => o.Code = " ", "code"),
                (o => o.Code = "a b", "code"),
                (o => o.Title = null, "title"),
                (o => o.TitleAr = "", "titleAr"),
                (o => o.Worth = 101, "worth"),
                (o => o.Worth = 0, "worth"),
                (o => o.Worth = 9.5m, "worth"),
                (o => o.Worth = -5, "worth"),
                (o => (o.Kind, o.Worth) = (OfferKind.Amount, 0), "worth"),
                (o => (o.Kind, o.Worth) = (OfferKind.Amount, 0.004m), "worth"),
                (o => (o.Kind, o.Worth) = (OfferKind.Amount, 1_000_000_000_000_000_000), "worth"),
                (o => o.Kind = (OfferKind)9, "kind"),
                (o => o.MinPurchase = -1, "minPurchase"),
                (o => o.Segment = "loyal", "segment"),
                (o => o.Tier = "gold", "tier"),
                (o => o.StartsAt = null, "startsAt"),
                (o => o.EndsAt = o.StartsAt, "endsAt"),
                (o => o.PerPerson = 0, "perPerson"),
                (o => o.InAll = 0, "inAll"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => offers.Save(house.Amina, null, Input(house, "BAD", bad))))
                .Fields[0]
                .Field.ShouldBe(field);
        (await Should.ThrowAsync<Refusal>(() => offers.Save(house.Karim, null, Input(house, "BAD")))).Kind.ShouldBe(RefusalKind.Forbidden);
        var made = await offers.Save(house.Amina, null, Input(house, "good"));
        made.Code.ShouldBe("GOOD");
        var whole = await offers.Whole(house.Amina, made.Id);
        (whole.Kind, whole.Worth) = (OfferKind.Amount, 15.25m);
        (await offers.Save(house.Amina, made.Id, whole)).Discount.ShouldBe(new(OfferKind.Amount, 15.25m));
        (await offers.Whole(house.Amina, made.Id)).ShouldSatisfyAllConditions(
            o => o.Kind.ShouldBe(OfferKind.Amount),
            o => o.Worth.ShouldBe(15.25m)
        );
        // Free shipping has no figure, whatever was typed.
        (await offers.Save(house.Amina, null, Input(house, "free", o => o.Kind = OfferKind.FreeShipping))).Discount.ShouldBe(
            new(OfferKind.FreeShipping, 0)
        );
        (await Should.ThrowAsync<Refusal>(() => offers.Save(house.Omar, made.Id, whole))).Kind.ShouldBe(RefusalKind.NotFound);
    }
}
