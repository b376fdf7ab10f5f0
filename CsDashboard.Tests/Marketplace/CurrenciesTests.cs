using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Offers;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Security;
using CsDashboard.Tests.Engagement;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Orders in other currencies than the company's: converted by the rate of their day, or listed apart until there is one; on each database.
/// </summary>
public sealed class CurrenciesTests
{
    private static DateOnly Today(House house) => DateOnly.FromDateTime(house.Clock.Now().UtcDateTime);

    private static Task Rate(House house, string currency, decimal rate, int daysAgo = 30) =>
        house
            .Get<Currencies>()
            .SetRate(
                house.Amina,
                new RateInput
                {
                    Currency = currency,
                    Rate = rate,
                    From = Today(house).AddDays(-daysAgo),
                }
            );

    private static async Task<OrderView> Order(
        House house,
        Actor customer,
        string number,
        string? currency,
        decimal total,
        double daysAgo = 0,
        string status = "delivered",
        decimal? shipping = null,
        decimal? tax = null,
        params (string? Category, int Quantity, decimal Price)[] lines
    )
    {
        var (order, _) = await house
            .Get<Orders>()
            .Record(
                house.Shop,
                customer.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    Currency = currency,
                    Total = total,
                    Shipping = shipping,
                    Tax = tax,
                    PlacedAt = house.Clock.Now().AddDays(-daysAgo),
                    Lines =
                    [
                        .. lines.Select(l => new OrderLineInput
                        {
                            Name = "Thing",
                            Category = l.Category,
                            Quantity = l.Quantity,
                            UnitPrice = l.Price,
                        }),
                    ],
                }
            );
        await house.Drain();
        return order;
    }

    private static async Task<CustomerFigures> Figures(House house, Actor customer) =>
        (await house.Get<CustomerLists>().Get(house.Karim, customer.CustomerId!.Value)).Figures;

    private static Task<SpendingTotals> Totals(House house, Actor customer) =>
        house.Get<Spending>().Totals(customer, customer.CustomerId!.Value);

    private static Money Usd(decimal amount) => new(amount, Currency.Usual);

    // A real report: JPY 12,345, about 80 USD, lifted a member from silver to platinum and was added to dollars.
    [Theory, EachDatabase]
    public async Task Without_a_rate_an_order_is_told_apart_and_with_one_it_is_booked_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Order(house, house.Sara, "Z-1", null, 100);
        var told = await Order(house, house.Sara, "Z-5", "jpy", 12_345, lines: ("a", 1, 12_345));
        (told.Currency, told.Total, told.Worth).ShouldBe(("JPY", 12_345m, null));
        ((await house.Of(house.Sara)).Lifetime, (await house.Of(house.Sara)).Tier).ShouldBe((100, LoyaltyTier.Bronze));
        (await Figures(house, house.Sara)).ShouldSatisfyAllConditions(
            f => f.TotalOrders.ShouldBe(2),
            f => f.TotalOrderValue.ShouldBe(100m)
        );
        var before = await Totals(house, house.Sara);
        (before.Purchases, before.Spent, before.Mean).ShouldBe((2, Usd(100), Usd(100)));
        before.Apart.ShouldBe([new Money(12_345, Currency.Find("JPY")!)]);
        (await house.Get<Spending>().Categories(house.Sara, house.Sara.CustomerId!.Value)).Sum(s => s.Amount).ShouldBe(100);
        (await house.Get<Orders>().Summary(house.Karim, house.Sara.CustomerId!.Value)).ShouldSatisfyAllConditions(
            s => s.Value.ShouldBe(100),
            s => s.Mean.ShouldBe(100),
            s => s.Months[^1].Value.ShouldBe(100),
            s => s.Apart.Single().Amount.ShouldBe(12_345)
        );
        (await house.Get<Currencies>().Get(house.Amina)).Awaited.ShouldBe([new AwaitedRate("JPY", 1, 12_345, house.Clock.Now())]);

        await Rate(house, "JPY", 0.0065m);
        await house.Drain();
        var listed = (await house.Get<Orders>().List(house.Sara, house.Sara.CustomerId!.Value)).Single(o => o.Number == "Z-5");
        (listed.Total, listed.Worth).ShouldBe((12_345m, Usd(80.24m)));
        (await house.Ledger(house.Sara)).Count(e => e.Kind == EntryKind.Earned).ShouldBe(2);
        (await house.Of(house.Sara)).Lifetime.ShouldBe(180);
        (await Totals(house, house.Sara)).ShouldSatisfyAllConditions(t => t.Spent.ShouldBe(Usd(180.24m)), t => t.Apart.ShouldBeEmpty());
        (await Figures(house, house.Sara)).TotalOrderValue.ShouldBe(180.24m);
        // Sent again by the shop, the schedule or the pump, nothing more happens.
        await Order(house, house.Sara, "Z-5", "JPY", 12_345, lines: ("a", 1, 12_345));
        await house.Get<Currencies>().Settle(house.Product);
        await house.Drain();
        (await house.Of(house.Sara)).Lifetime.ShouldBe(180);
        await house.ShouldAddUp(house.Nour);
        await house.OrdersShouldHaveEarnedOnce(house.Nour);
        (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task An_order_is_worth_what_the_rate_of_its_day_says_and_a_correction_is_followed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Rate(house, "EUR", 2, daysAgo: 20);
        await Rate(house, "EUR", 3, daysAgo: 10);
        await Order(house, house.Sara, "E-1", "EUR", 10, daysAgo: 30);
        await Order(house, house.Sara, "E-2", "EUR", 10, daysAgo: 15);
        await Order(house, house.Sara, "E-3", "EUR", 10, daysAgo: 5);
        async Task<decimal?[]> Worth() =>
            [
                .. (await house.Get<Orders>().List(house.Sara, house.Sara.CustomerId!.Value))
                    .OrderBy(o => o.Number, StringComparer.Ordinal)
                    .Select(o => o.Worth?.Amount),
            ];
        (await Worth()).ShouldBe([null, 20m, 30m]);
        // The newer one was typed wrong; it takes the other's place for its days alone.
        await Rate(house, "EUR", 4, daysAgo: 10);
        await house.Drain();
        (await Worth()).ShouldBe([null, 20m, 40m]);
        (await house.Of(house.Sara)).Lifetime.ShouldBe(60);
        var rates = (await house.Get<Currencies>().Get(house.Amina)).Rates;
        rates
            .Select(r => (r.Rate, r.RemovedAt is null, r.Holds))
            .ShouldBe([(4m, true, true), (3m, false, false), (2m, true, false)], ignoreOrder: true);
        rates.Single(r => r.Rate == 3).RemovedBy.ShouldBe(house.Amina.Name);
        // Without it the one before applies; without any they are listed apart, and what they earned goes back.
        await house.Get<Currencies>().RemoveRate(house.Amina, rates.Single(r => r.Rate == 4).Id);
        (await Worth()).ShouldBe([null, 20m, 20m]);
        await house.Get<Currencies>().RemoveRate(house.Amina, rates.Single(r => r.Rate == 2).Id);
        await house.Drain();
        (await Worth()).ShouldBe([null, null, null]);
        (await house.Of(house.Sara)).Lifetime.ShouldBe(0);
        (await Figures(house, house.Sara)).ShouldSatisfyAllConditions(f => f.TotalOrders.ShouldBe(3), f => f.TotalOrderValue.ShouldBe(0));
        (await house.Events(house.Nour)).Count(e => e.Kind is nameof(RateSet) or nameof(RateRemoved)).ShouldBe(5);
        await house.ShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task A_company_that_changes_its_currency_reckons_anew_and_keeps_what_was_earned(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await Order(house, house.Sara, "U-1", "USD", 100);
        await Order(house, house.Sara, "S-1", "SAR", 375);
        (await house.Of(house.Sara)).Lifetime.ShouldBe(100);
        await house.Get<Currencies>().SetCompany(house.Amina, "sar");
        await house.Drain();
        // The riyals count now, once; the dollars wait for a rate into riyals, but what they earned stays.
        var sar = Currency.Find("SAR")!;
        (await Totals(house, house.Sara)).ShouldSatisfyAllConditions(
            t => t.Spent.ShouldBe(new Money(375, sar)),
            t => t.Apart.ShouldBe([Usd(100)])
        );
        (await Figures(house, house.Sara)).TotalOrderValue.ShouldBe(375);
        (await house.Of(house.Sara)).Lifetime.ShouldBe(475);
        await Rate(house, "USD", 3.75m);
        await house.Drain();
        (await Totals(house, house.Sara)).Spent.ShouldBe(new Money(750, sar));
        (await house.Of(house.Sara)).Lifetime.ShouldBe(475);
        // A new order without letters is in the company's own.
        (await Order(house, house.Sara, "N-1", null, 50)).Currency.ShouldBe("SAR");
        (await house.Of(house.Sara)).Lifetime.ShouldBe(525);
        // The other company has its own.
        (await house.Get<CsDashboard.Accounts.Tenants>().CurrencyOf(house.Omar)).ShouldBe(Currency.Usual);
        (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(0);
        await house.ShouldAddUp(house.Nour);
    }

    // contract: membership, Earning: a point for each riyal of the goods; tax and shipping are not goods, and what was taken off was not
    // paid.
    [Theory, EachDatabase]
    public async Task Points_are_earned_on_goods_after_discounts(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        async Task<long> Earns(
            string number,
            decimal total,
            decimal? shipping,
            decimal? tax,
            params (string? Category, int Quantity, decimal Price)[] lines
        )
        {
            var before = (await house.Of(house.Sara)).Lifetime;
            await Order(house, house.Sara, number, null, total, shipping: shipping, tax: tax, lines: lines);
            return (await house.Of(house.Sara)).Lifetime - before;
        }
        (await Earns("G-1", 130, 20, 10, ("a", 1, 100))).ShouldBe(100);
        (await Earns("G-2", 105, 20, 10, ("a", 1, 100))).ShouldBe(75);
        (await Earns("G-3", 200, 20, 10, ("a", 1, 100))).ShouldBe(100);
        (await Earns("G-4", 130, 20, 10)).ShouldBe(100);
        (await Earns("G-5", 10, 20, 10, ("a", 1, 100))).ShouldBe(0);
        (await Earns("G-6", 50, null, null)).ShouldBe(50);
    }

    [Theory, EachDatabase]
    public async Task An_offers_least_purchase_and_what_it_saves_are_in_the_companys_currency(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var offers = house.Get<Offers>();
        await offers.Save(
            house.Amina,
            null,
            new OfferInput
            {
                Code = "TEN",
                Title = "Ten off",
                TitleAr = "خصم",
                Kind = OfferKind.Percent,
                Worth = 10,
                MinPurchase = 100,
                StartsAt = house.Clock.Now(),
                EndsAt = house.Clock.Now().AddDays(5),
            }
        );
        await offers.Apply(house.Sara, house.Sara.CustomerId!.Value, "TEN");
        async Task<(string? Order, decimal Saved)> Use() =>
            (await offers.History(house.Sara, house.Sara.CustomerId!.Value)).Select(u => (u.OrderNumber, u.Savings)).Single();
        await Rate(house, "JPY", 0.0065m);
        await Rate(house, "KWD", 3.25m);
        // Many yen are little, few dinars are much.
        await Order(house, house.Sara, "Y", "JPY", 12_345, lines: ("a", 1, 12_345));
        (await Use()).ShouldBe((null, 0));
        await Order(house, house.Sara, "E", "EUR", 500, lines: ("a", 1, 500));
        (await Use()).ShouldBe((null, 0));
        await Order(house, house.Sara, "K", "KWD", 40.125m, lines: ("a", 1, 40.125m));
        (await Use()).ShouldBe(("K", 13.04m));
    }

    [Theory, EachDatabase]
    public async Task Segments_milestones_referrals_and_the_watch_go_by_what_an_order_is_worth(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Emptied();
        await house.Get<Referrals>().Track(house.Karim, house.David.CustomerId!.Value, house.Sara.CustomerId!.Value);
        await house.Drain();
        for (var i = 0; i < 5; i++)
            await Order(house, house.Sara, $"J-{i}", "JPY", 2_000_000);
        async Task<string> Segment() => (await house.Get<CustomerLists>().Get(house.Karim, house.Sara.CustomerId!.Value)).Segment;
        async Task<ReferralStatus> Referral() =>
            (await house.Get<Referrals>().History(house.Karim, house.David.CustomerId!.Value)).Single().Status;
        async Task<bool> Milestone()
        {
            await using var db = house.Store.Open(house.Product);
            return await db.RewardMilestones.AnyAsync(m => m.CustomerId == house.Sara.CustomerId && m.Key == "orders-5");
        }
        var before = await Segment();
        before.ShouldNotBe(SegmentNames.Vip);
        ((await Referral()), await Milestone()).ShouldBe((ReferralStatus.Pending, false));
        await Rate(house, "JPY", 0.0065m);
        await house.Drain();
        // 65,000 dollars in five orders.
        (await Segment()).ShouldBe(SegmentNames.Vip);
        ((await Referral()), await Milestone()).ShouldBe((ReferralStatus.Completed, true));

        // Of six orders of about 80 dollars, in three currencies, one of 90 is like the others, though its number is large.
        foreach (
            var (number, currency, total) in new[]
            {
                ("W-1", "USD", 80m),
                ("W-2", "JPY", 12_000m),
                ("W-3", "USD", 75m),
                ("W-4", "USD", 85m),
                ("W-5", "JPY", 11_000m),
            }
        )
            await Order(house, house.David, number, currency, total, daysAgo: 2);
        await Order(house, house.David, "W-6", "JPY", 14_000);
        (await house.Get<OwnSecurity>().AlertsOf(house.David)).ShouldBeEmpty();
        await Order(house, house.David, "W-7", "USD", 600);
        (await house.Get<OwnSecurity>().AlertsOf(house.David)).ShouldHaveSingleItem();
    }

    [Theory, EachDatabase]
    public async Task What_is_no_currency_no_rate_and_no_time_is_refused_by_its_field(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (currencies, sara) = (house.Get<Currencies>(), house.Sara.CustomerId!.Value);
        async Task<string> Refused(Func<Task> verb) => (await Should.ThrowAsync<Refusal>(verb)).Fields[0].Field;
        foreach (var code in new[] { "ZZZ", "US", "Riyal", "12A", "U$D" })
            (
                await Refused(() =>
                    house
                        .Get<Orders>()
                        .Record(
                            house.Shop,
                            sara,
                            new OrderInput
                            {
                                Number = "C",
                                Total = 1,
                                Currency = code,
                            }
                        )
                )
            ).ShouldBe("currency");
        // An order of 2099 became the customer's last.
        foreach (
            var at in new[]
            {
                house.Clock.Now().AddDays(2),
                new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero),
                DateTimeOffset.MinValue,
            }
        )
            (
                await Refused(() =>
                    house
                        .Get<Orders>()
                        .Record(
                            house.Shop,
                            sara,
                            new OrderInput
                            {
                                Number = "Z-6",
                                Total = 10,
                                PlacedAt = at,
                            }
                        )
                )
            ).ShouldBe("placedAt");
        (await Refused(() => currencies.SetCompany(house.Amina, "ZZZ"))).ShouldBe("currency");
        (await Refused(() => currencies.SetRate(house.Amina, new() { Currency = "ZZZ", Rate = 1 }))).ShouldBe("currency");
        (await Refused(() => currencies.SetRate(house.Amina, new() { Rate = 1 }))).ShouldBe("currency");
        (await Refused(() => currencies.SetRate(house.Amina, new() { Currency = "USD", Rate = 1 }))).ShouldBe("currency");
        foreach (var rate in new decimal?[] { null, 0, -1, 1_000_001 })
            (await Refused(() => currencies.SetRate(house.Amina, new() { Currency = "EUR", Rate = rate }))).ShouldBe("rate");
        foreach (var day in new[] { new DateOnly(1999, 12, 31), Today(house).AddYears(2) })
            (
                await Refused(() =>
                    currencies.SetRate(
                        house.Amina,
                        new()
                        {
                            Currency = "EUR",
                            Rate = 1,
                            From = day,
                        }
                    )
                )
            ).ShouldBe("from");
        foreach (var other in new[] { house.Karim, house.Sara, house.Shop })
        foreach (
            var verb in new Func<Task>[]
            {
                () => currencies.Get(other),
                () => currencies.SetCompany(other, "EUR"),
                () => currencies.SetRate(other, new() { Currency = "EUR", Rate = 1 }),
                () => currencies.RemoveRate(other, Guid.NewGuid()),
                () => currencies.Settle(other),
            }
        )
            (await Should.ThrowAsync<Refusal>(verb)).Kind.ShouldBe(RefusalKind.Forbidden);
        await Rate(house, "EUR", 1.1m);
        var rates = (await currencies.Get(house.Amina)).Rates;
        (await currencies.Get(house.Omar)).Rates.ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => currencies.RemoveRate(house.Omar, rates.Single().Id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    // Property: whatever is bought in whichever currency, and whatever becomes of the rates, the parts make the whole.
    [Fact]
    public async Task Whatever_was_bought_in_whichever_currency_the_sums_of_each_make_the_recount()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Emptied();
        var (random, numbers) = (new Random(7), new HashSet<string>());
        string[] codes = ["USD", "JPY", "KWD", "EUR", "SAR", "IDR"];
        string[] states = ["placed", "shipped", "delivered", "delivered", "cancelled", "returned"];
        for (var i = 0; i < 150; i++)
        {
            var who = random.Next(2) == 0 ? house.Sara : house.David;
            switch (random.Next(8))
            {
                case 0:
                    await Rate(
                        house,
                        codes[1 + random.Next(codes.Length - 1)],
                        Math.Round((decimal)Math.Exp(random.NextDouble() * 12 - 9), random.Next(10)) + 0.00001m,
                        random.Next(60)
                    );
                    break;
                case 1
                    when (await house.Get<Currencies>().Get(house.Amina)).Rates.Where(r => r.RemovedAt is null).ToList()
                        is { Count: > 0 } rates:
                    await house.Get<Currencies>().RemoveRate(house.Amina, rates[random.Next(rates.Count)].Id);
                    break;
                default:
                    var number = $"{who.Name}-{random.Next(60)}";
                    await Order(
                        house,
                        who,
                        number,
                        codes[random.Next(codes.Length)],
                        Math.Round((decimal)random.NextDouble() * 100_000, random.Next(4)),
                        random.NextDouble() * 80,
                        states[random.Next(states.Length)],
                        random.Next(5),
                        random.Next(5),
                        [
                            .. Enumerable
                                .Range(0, random.Next(3))
                                .Select(_ => ((string?)"a", 1 + random.Next(3), Math.Round((decimal)random.NextDouble() * 30_000, 2))),
                        ]
                    );
                    break;
            }
            if (i % 15 != 14)
                continue;
            await house.Drain();
            await using var db = house.Store.Open(house.Product);
            foreach (var customer in new[] { house.Sara, house.David })
            {
                var orders = await db.Orders.Where(o => o.CustomerId == customer.CustomerId).ToListAsync();
                var counted = orders.FindAll(o => o.Status.Counts());
                var book = await Currencies.Book(db, codes);
                // One sum for each currency, of what each order of it is worth by the book.
                var sums = counted
                    .GroupBy(o => o.Currency)
                    .Select(g => g.Select(o => book.Convert(o.Total, o.Currency, o.PlacedAt)).OfType<Money>().Sum(Currency.Usual))
                    .Sum(Currency.Usual);
                var totals = await Totals(house, customer);
                totals.Spent.ShouldBe(sums);
                (await Figures(house, customer)).TotalOrderValue.ShouldBe(sums.Amount);
                (await house.Get<Spending>().Categories(customer, customer.CustomerId!.Value)).Sum(s => s.Amount).ShouldBe(sums.Amount);
                totals.Apart.ShouldBe(
                    counted
                        .Where(o => book.RateOf(o.Currency, o.PlacedAt) is null)
                        .GroupBy(o => o.Currency)
                        .Select(g => new Money(g.Sum(o => o.Total), Currency.Of(g.Key))),
                    ignoreOrder: true
                );
            }
            await house.ShouldAddUp(house.Nour);
            await house.OrdersShouldHaveEarnedOnce(house.Nour);
            (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(0);
        }
    }
}
