using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What a customer bought in figures, over the ledger of orders; on each database.</summary>
public sealed class SpendingTests
{
    private static Money Usd(decimal amount) => new(amount, Currency.Usual);

    private static Actor Shop(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

    private static Task Record(
        House house,
        string number,
        DateTimeOffset at,
        decimal? total,
        string status = "delivered",
        params (string? Category, int Quantity, decimal Price)[] lines
    ) =>
        house
            .Get<Orders>()
            .Record(
                Shop(house),
                house.Sara.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    PlacedAt = at,
                    Total = total,
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

    // contract: membership, Analytics: engagement = min(100, 5 x purchases); contract: crm, Statistics: cancelled and returned orders are
    // not counted.
    [Theory, EachDatabase]
    public async Task Figures_are_those_of_the_ledger_without_cancelled_and_returned_orders(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (spending, sara, now) = (house.Get<Spending>(), house.Sara.CustomerId!.Value, house.Clock.Now());
        (await spending.Totals(house.Sara, sara)).ShouldBe(new SpendingTotals(0, Usd(0), Usd(0), null, 0, null));
        (await spending.Categories(house.Sara, sara)).ShouldBeEmpty();
        await Record(house, "A", now.AddDays(-400), null, "delivered", ("books", 2, 10m), ("toys", 1, 5.55m));
        await Record(house, "B", now.AddDays(-3), 100, "shipped", ("Books", 1, 80m), ("toys", 1, 40m));
        await Record(house, "C", now.AddDays(-2), 1000, "cancelled", ("cars", 1, 1000m));
        await Record(house, "D", now.AddDays(-1), 500, "returned", ("cars", 1, 500m));
        await Record(house, "E", now, 7, "return requested");
        var totals = await spending.Totals(house.Karim, sara);
        totals.ShouldBe(new SpendingTotals(3, Usd(132.55m), Usd(44.18m), now, 15, "books"));
        (await house.Get<Orders>().Summary(house.Karim, sara)).Value.ShouldBe(totals.Spent.Amount);
        // B's 100 are spread as its lines are, 2 to 1; E has none.
        (await spending.Categories(house.Sara, sara)).ShouldBe([new("books", 66, 86.6667m), new("toys", 29, 38.8833m), new(null, 5, 7m)]);
        (await spending.History(house.Sara, sara, 3))
            .Select(p => (p.Number, p.Status, p.Amount.Amount, p.Category))
            .ShouldBe([
                ("E", OrderStatus.Delivered, 7m, null),
                ("D", OrderStatus.Returned, 500m, "cars"),
                ("C", OrderStatus.Cancelled, 1000m, "cars"),
            ]);
        await house
            .Get<CsDashboard.Engagement.Loyalty.Points>()
            .Give(house.Karim, sara, new() { Points = 700, Reason = "A gift, beside the fifty for joining" });
        await house.Get<CsDashboard.Engagement.Referrals.Referrals>().Track(house.Karim, sara, house.David.CustomerId!.Value);
        (await spending.Engagement(house.Sara, sara)).ShouldBe(new CustomerEngagement(2, 0, 1, 750, 15));
        for (var i = 0; i < 20; i++)
            await Record(house, "S" + i, now, 1);
        (await spending.Totals(house.Sara, sara)).Score.ShouldBe(100);
    }

    // The last hours of a month of UTC are the next month in Riyadh.
    [Theory, EachDatabase]
    public async Task A_month_is_one_of_the_customers_own_calendar(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (spending, sara, now) = (house.Get<Spending>(), house.Sara.CustomerId!.Value, house.Clock.Now());
        var first = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        await Record(house, "A", first.AddHours(-2), 10);
        await Record(house, "B", first.AddHours(-4), 20);
        await Record(house, "C", first.AddMonths(-5).AddHours(-2), 40);
        await Record(house, "D", first.AddHours(-1), 80, "cancelled");
        async Task<IReadOnlyList<decimal>> Months(int count) => [.. (await spending.Trends(house.Sara, sara, count)).Select(m => m.Spent)];
        await house.Get<CsDashboard.Customers.CustomerRecords>().Change(house.Karim, sara, new CustomerChange { TimeZone = "UTC" });
        (await Months(6)).ShouldBe([0, 0, 0, 0, 30, 0]);
        (await Months(7)).ShouldBe([40, 0, 0, 0, 0, 30, 0]);
        await house.Get<CsDashboard.Customers.CustomerRecords>().Change(house.Karim, sara, new CustomerChange { TimeZone = "Asia/Riyadh" });
        (await Months(6)).ShouldBe([40, 0, 0, 0, 20, 10]);
        (await Months(1)).ShouldBe([10]);
        (await spending.Trends(house.Sara, sara, 60)).ShouldSatisfyAllConditions(
            m => m.Count.ShouldBe(60),
            m => (m[^1].Year, m[^1].Month).ShouldBe((now.Year, now.Month)),
            m => m.Sum(x => x.Purchases).ShouldBe(3)
        );
        foreach (var months in new[] { 0, -1, 61 })
            (await Should.ThrowAsync<Refusal>(() => spending.Trends(house.Sara, sara, months))).Fields[0].Field.ShouldBe("months");
        foreach (var limit in new[] { 0, 101 })
            (await Should.ThrowAsync<Refusal>(() => spending.History(house.Sara, sara, limit))).Fields[0].Field.ShouldBe("limit");
    }

    [Theory, EachDatabase]
    public async Task Nobody_reads_anothers(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (spending, sara) = (house.Get<Spending>(), house.Sara.CustomerId!.Value);
        foreach (var stranger in new[] { house.David, house.Oskar, house.Olga })
        {
            foreach (
                var read in new Func<Task>[]
                {
                    () => spending.Totals(stranger, sara),
                    () => spending.History(stranger, sara),
                    () => spending.Trends(stranger, sara),
                    () => spending.Categories(stranger, sara),
                    () => spending.Engagement(stranger, sara),
                }
            )
                (await Should.ThrowAsync<Refusal>(read)).Kind.ShouldBe(RefusalKind.NotFound);
        }
    }

    // Property: whatever the orders are, percentages make a hundred, and categories and months make what the ledger says, to the last
    // digit.
    [Fact]
    public async Task Whatever_was_bought_the_parts_make_the_whole()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (spending, sara, now, random) = (house.Get<Spending>(), house.Sara.CustomerId!.Value, house.Clock.Now(), new Random(5));
        string?[] categories = ["a", "b", "B ", "c", "d", "e", "f", null];
        string[] states = ["placed", "processing", "shipped", "delivered", "delivered", "cancelled", "returned", "return requested"];
        for (var i = 0; i < 120; i++)
        {
            var lines = Enumerable
                .Range(0, random.Next(5))
                .Select(_ =>
                    (
                        categories[random.Next(categories.Length)],
                        1 + random.Next(4),
                        Math.Round((decimal)random.NextDouble() * 100, random.Next(5))
                    )
                )
                .ToArray();
            await Record(
                house,
                "P" + i,
                now.AddHours(-random.Next(24 * 365 * 4)),
                random.Next(3) == 0 ? null : Math.Round((decimal)random.NextDouble() * 300, 2),
                states[random.Next(states.Length)],
                lines
            );
            if (i % 10 != 9)
                continue;
            var ledger = (await house.Get<Orders>().List(house.Karim, sara, 100, 1))
                .Concat(await house.Get<Orders>().List(house.Karim, sara, 100, 2))
                .Where(o => o.Status is not (OrderStatus.Cancelled or OrderStatus.Returned))
                .ToList();
            var (totals, shares, months) = (
                await spending.Totals(house.Karim, sara),
                await spending.Categories(house.Karim, sara),
                await spending.Trends(house.Karim, sara, 60)
            );
            (totals.Purchases, totals.Spent.Amount).ShouldBe((ledger.Count, ledger.Sum(o => o.Total)));
            (shares.Sum(s => s.Amount), shares.Sum(s => s.Percent)).ShouldBe((totals.Spent.Amount, 100));
            shares.ShouldAllBe(s => s.Amount > 0 && s.Percent >= 0);
            (months.Sum(m => m.Spent), months.Sum(m => m.Purchases)).ShouldBe((totals.Spent.Amount, totals.Purchases));
        }
    }
}
