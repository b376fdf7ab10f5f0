using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Engagement;

/// <summary>What points buy: codes of one's own, limits per person and in all, greyed ones that say why.</summary>
public sealed class VouchersTests
{
    private static Task<VoucherView> Adds(House house, Action<VoucherInput>? with = null)
    {
        var input = new VoucherInput
        {
            Name = "Ten percent",
            NameAr = "عشرة بالمئة",
            Cost = 300,
            Worth = 10,
            ValidDays = 30,
        };
        with?.Invoke(input);
        return house.Get<Vouchers>().Save(house.Amina, null, input);
    }

    private static async Task<MyVoucher> Buys(House house, Actor who, VoucherView what, string key = "1") =>
        (await house.Get<Vouchers>().Redeem(who, who.CustomerId!.Value, what.Id, key)).Voucher;

    [Theory, EachDatabase]
    public async Task A_voucher_costs_points_once_and_its_code_saves_on_one_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var (vouchers, david) = (house.Get<Vouchers>(), house.David.CustomerId!.Value);
        var (ten, fifty) = (
            await Adds(house),
            await Adds(house, v => (v.Name, v.Kind, v.Worth, v.MinPurchase, v.Cost) = ("Fifty", OfferKind.Amount, 50, 200, 500))
        );
        await house.Give(house.David, 1_000);
        // A double click, even at once, happens once.
        var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Buys(house, house.David, ten)));
        same.Select(m => m.Code).Distinct().ShouldHaveSingleItem().ShouldMatch("^V-[0-9A-F]{10}$");
        (await house.Of(house.David)).ShouldSatisfyAllConditions(
            v => v.Balance.ShouldBe(700),
            v => v.Redeemed.ShouldBe(300),
            v => v.Lifetime.ShouldBe(1_000)
        );
        (await house.Ledger(house.David))[0]
            .ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(EntryKind.Redeemed), e => e.Why.ShouldContain("Ten percent"));
        var second = await Buys(house, house.David, fifty);
        (second.Discount.Worth, second.ExpiresAt - second.RedeemedAt).ShouldBe((50m, TimeSpan.FromDays(30)));
        await house.ShouldAddUp(house.Nour);

        // Nobody else has it, and no list of offers shows it.
        (await house.Get<Offers>().For(house.David, david)).ShouldBeEmpty();
        (await house.Get<Offers>().List(house.Amina)).ShouldBeEmpty();
        (await house.Get<Offers>().History(house.David, david)).ShouldBeEmpty();
        (
            await Should.ThrowAsync<Refusal>(() => house.Get<Offers>().Apply(house.Sara, house.Sara.CustomerId!.Value, second.Code))
        ).Kind.ShouldBe(RefusalKind.NotFound);

        // As offers do: the oldest that is meant for the order, one at a time; it is there again when the order comes back.
        house.Clock.AdvanceDays(10);
        async Task<(string, string?, decimal)[]> Used()
        {
            await house.Drain();
            return [.. (await vouchers.Mine(house.David, david)).Select(m => (m.Name, m.OrderNumber, m.Savings))];
        }
        async Task Order(string number, decimal price, string status = "placed") =>
            await house
                .Get<Orders>()
                .Record(
                    house.Shop,
                    david,
                    new OrderInput
                    {
                        Number = number,
                        Status = status,
                        Lines =
                        [
                            new()
                            {
                                Name = "Challenge",
                                Quantity = 1,
                                UnitPrice = price,
                            },
                        ],
                    }
                );
        await Order("V-1", 120);
        (await Used()).ShouldBe([("Fifty", null, 0), ("Ten percent", "V-1", 12)]);
        await Order("V-2", 199);
        (await Used()).ShouldBe([("Fifty", null, 0), ("Ten percent", "V-1", 12)]);
        await Order("V-3", 200);
        (await Used()).ShouldBe([("Fifty", "V-3", 50), ("Ten percent", "V-1", 12)]);
        await Order("V-3", 200, "returned");
        (await Used())[0].ShouldBe(("Fifty", null, 0));
        // Past its end it saves nothing.
        house.Clock.AdvanceDays(21);
        await Order("V-4", 900);
        (await Used())[0].ShouldBe(("Fifty", null, 0));
        (await vouchers.Mine(house.David, david))[0].IsOver(house.Clock.Now()).ShouldBeTrue();
        (await house.Events(house.Nour))
            .Where(e => e.Kind.StartsWith("Voucher", StringComparison.Ordinal))
            .Select(e => e.Kind)
            .ShouldBe([nameof(VoucherChanged), nameof(VoucherChanged), nameof(VoucherRedeemed), nameof(VoucherRedeemed)]);
    }

    [Theory, EachDatabase]
    public async Task What_is_not_to_be_had_says_why(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        var vouchers = house.Get<Vouchers>();
        var (once, last, off, dear) = (
            await Adds(house, v => v.PerPerson = 1),
            await Adds(house, v => v.InAll = 1),
            await Adds(house, v => v.IsOff = true),
            await Adds(house, v => v.Cost = 5_000)
        );
        await house.Give(house.David, 1_000);
        await house.Give(house.Sara, 1_000);
        async Task<string> Why(Actor who, VoucherView what) =>
            (await Should.ThrowAsync<Refusal>(() => Buys(house, who, what, "other"))).Code;
        (await vouchers.For(house.David, house.David.CustomerId!.Value))
            .Select(v => (v.Voucher.Cost, v.Why, v.Short))
            .ShouldBe([(300, VoucherWhy.None, 0), (300, VoucherWhy.None, 0), (5_000, VoucherWhy.Points, 4_000)]);
        await Buys(house, house.David, once);
        (await Why(house.David, once)).ShouldBe("voucher_used");
        // Two who want the last at once: one gets it.
        var both = await Task.WhenAll(
            new[] { house.Sara, house.David }.Select(async who =>
            {
                try
                {
                    await Buys(house, who, last);
                    return "bought";
                }
                catch (Refusal refusal)
                {
                    return refusal.Code;
                }
            })
        );
        both.Order(StringComparer.Ordinal).ShouldBe(["bought", "voucher_exhausted"]);
        (await Why(house.Sara, off)).ShouldBe("voucher_off");
        (await Should.ThrowAsync<Refusal>(() => Buys(house, house.Sara, dear))).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe("insufficient_points"),
            r => r.Fields[0].Field.ShouldBe("points")
        );
        (await Should.ThrowAsync<Refusal>(() => vouchers.Redeem(house.Sara, house.Sara.CustomerId!.Value, once.Id, "1", 299)))
            .Fields[0]
            .Field.ShouldBe("points");
        (await Should.ThrowAsync<Refusal>(() => vouchers.Redeem(house.Sara, house.David.CustomerId!.Value, once.Id, "1"))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await Should.ThrowAsync<Refusal>(() => vouchers.Redeem(house.Oskar, house.Oskar.CustomerId!.Value, once.Id, "1"))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
        (await vouchers.For(house.Oskar, house.Oskar.CustomerId!.Value)).ShouldBeEmpty();
        (await vouchers.Named(house.Sara, once.Id.ToString())).ShouldBe(once.Id);
        (await vouchers.Named(house.Oskar, once.Id.ToString())).ShouldBeNull();
        (await vouchers.Named(house.Sara, "voucher-5")).ShouldBeNull();
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_with_a_voucher_is_said_beside_its_field(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (
            var (bad, field) in new (Action<VoucherInput>, string)[]
            {
                (v => v.Name = " ", "name"),
                (v => v.NameAr = null, "nameAr"),
                (v => v.Cost = 0, "cost"),
                (v => v.Cost = 10_000_001, "cost"),
                (v => v.Kind = OfferKind.FreeShipping, "kind"),
                (v => v.Worth = 0, "worth"),
                (v => v.Worth = 101, "worth"),
                (v => v.Worth = 9.5m, "worth"),
                (v => (v.Kind, v.Worth) = (OfferKind.Amount, 0), "worth"),
                (v => v.MinPurchase = -1, "minPurchase"),
                (v => v.ValidDays = 0, "validDays"),
                (v => v.PerPerson = 0, "perPerson"),
                (v => v.InAll = 0, "inAll"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Adds(house, bad))).Fields[0].Field.ShouldBe(field);
        var vouchers = house.Get<Vouchers>();
        (await Should.ThrowAsync<Refusal>(() => vouchers.Save(house.Karim, null, new() { Name = "A", NameAr = "ا" }))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        var made = await Adds(house);
        var whole = await vouchers.Whole(house.Amina, made.Id);
        (await vouchers.Save(house.Amina, made.Id, whole with { Worth = 15 })).Discount.ShouldBe(new(OfferKind.Percent, 15));
        await vouchers.Save(house.Amina, made.Id, whole with { Worth = 15 });
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(VoucherChanged)).ShouldBe(2);
        (await Should.ThrowAsync<Refusal>(() => vouchers.Save(house.Omar, made.Id, whole))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => vouchers.List(house.Sara))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public void An_amount_takes_off_no_more_than_was_bought()
    {
        var offer = new Offer
        {
            Code = "X",
            Title = "",
            TitleAr = "",
            Discount = new(OfferKind.Amount, 50),
        };
        offer.SavingsOn([(null, 1, 30)], 5, Currency.Usual)!.Value.Amount.ShouldBe(30);
        offer.SavingsOn([(null, 2, 30)], 5, Currency.Usual)!.Value.Amount.ShouldBe(50);
    }
}
