using Bunit;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Customers;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Customers;

/// <summary>All customers in figures, on each database and on its page.</summary>
public sealed class CustomerBoardsTests
{
    private static async Task Buy(
        House house,
        Actor customer,
        string number,
        decimal price,
        string placedAt,
        string status = "delivered"
    ) =>
        await house
            .Get<Orders>()
            .Record(
                house.Product,
                customer.CustomerId!.Value,
                new OrderInput
                {
                    Number = number,
                    Status = status,
                    PlacedAt = DateTimeOffset.Parse(placedAt, System.Globalization.CultureInfo.InvariantCulture),
                    Lines = [new() { Name = "Challenge", UnitPrice = price }],
                }
            );

    // contract: crm, Statistics: by status and type, totals; order value without cancelled and returned orders.
    [Theory, EachDatabase]
    public async Task Customers_are_counted_by_what_they_bought_and_when_and_the_best_are_named(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var now = house.Clock.Now();
        string Ago(int days) => now.AddDays(-days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await Buy(house, house.Sara, "B-1", 150, Ago(40));
        await Buy(house, house.Sara, "B-2", 9_000, Ago(35), "cancelled");
        await Buy(house, house.David, "B-3", 1_000, Ago(200));
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Karim, new NewCustomer { Name = "Nobody bought", Email = "none@example.com" });
        var board = await house.Get<CustomerBoards>().Of(house.Amina);
        (board.All.Total, board.All.Orders, board.All.OrderValue, board.All.AverageOrderValue).ShouldBe((3, 3, 1_150m, 383.33m));
        board
            .Values.Select(v => (v.From, v.To, v.Count))
            .ShouldBe([(0, 0.01m, 1), (0.01m, 100, 0), (100, 1_000, 1), (1_000, 10_000, 1), (10_000, null, 0)]);
        board.Quiet.Select(q => (q.From, q.To, q.Count)).ShouldBe([(0, 30, 0), (30, 90, 1), (90, 180, 0), (180, null, 1), (null, null, 1)]);
        board.Growth.Count.ShouldBe(12);
        (board.Growth[^1].Month, board.Growth[^1].Count, board.Growth.Sum(m => m.Count)).ShouldBe((now.Month, 3, 3));
        board.Top.Select(t => (t.Name, t.Value)).ShouldBe([("David", 1_000m), ("Sara", 150m)]);
        board.ByTier.Values.Sum().ShouldBe(3);
        // Another company has its own, and only admins see any.
        (await house.Get<CustomerBoards>().Of(house.Olga with { Role = Role.Admin })).All.Total.ShouldBe(1);
        foreach (var other in new[] { house.Karim, house.Sara })
            (await Should.ThrowAsync<Refusal>(async () => await house.Get<CustomerBoards>().Of(other))).Kind.ShouldBe(
                RefusalKind.Forbidden
            );
    }

    [Theory, EachDatabase]
    public async Task New_customers_are_counted_by_the_month_of_two_years(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var now = house.Clock.Now();
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var made = new List<DateTimeOffset>();
        // A first and a last moment of each, more in some than in others, one from before.
        for (var i = -24; i <= 0; i++)
        {
            made.Add(month.AddMonths(i));
            made.AddRange(Enumerable.Repeat(month.AddMonths(i).AddMonths(1).AddTicks(-10), i % 3 + 3));
        }
        await house.Store.Write(
            house.Amina,
            async db =>
            {
                await db.Set<Customer>().ExecuteUpdateAsync(set => set.SetProperty(c => c.CreatedAt, month.AddYears(-5)));
                foreach (var (at, i) in made.Select((at, i) => (at, i)))
                    db.Set<Customer>()
                        .Add(
                            new Customer
                            {
                                Number = 10_000 + i,
                                Name = $"Guest {i}",
                                Email = $"guest{i}@example.com",
                                NormalizedEmail = $"GUEST{i}@EXAMPLE.COM",
                                CreatedAt = at,
                            }
                        );
            }
        );
        var board = await house.Get<CustomerBoards>().Of(house.Amina);
        var counted = board.GrowthBefore.Concat(board.Growth).ToList();
        counted
            .ConvertAll(m => (m.Year, m.Month, m.Count))
            .ShouldBe([
                .. Enumerable
                    .Range(-23, 24)
                    .Select(i => month.AddMonths(i))
                    .Select(m => (m.Year, m.Month, made.Count(at => at >= m && at < m.AddMonths(1)))),
            ]);
        counted.Select(m => m.Count).Distinct().Count().ShouldBeGreaterThan(2, "The test counts nothing.");
        board.All.NewThisMonth.ShouldBe(counted[^1].Count);
    }

    [Theory, EachDatabase]
    public async Task A_phone_is_found_by_its_ends_however_it_is_written(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(
                house.Karim,
                new NewCustomer
                {
                    Name = "Huda",
                    Email = "huda@example.com",
                    Phone = "+966 50 123-4567",
                }
            );
        await house.Drain();
        async Task<IEnumerable<string>> Found(string text) =>
            (await house.Get<CustomerLists>().List(house.Karim, new CustomerFilter { Search = text })).Items.Select(c => c.Name);
        foreach (var text in new[] { "+966501234567", "0501234567", "050 123 4567", "(050) 123", "4567", "1234567", "٠٥٠١٢٣٤٥٦٧", "966" })
            (await Found(text)).ShouldBe(["Huda"], text);
        foreach (var text in new[] { "0509999999", "()" })
            (await Found(text)).ShouldBeEmpty(text);
    }

    [Fact]
    public async Task The_page_shows_the_figures_and_leads_to_their_rows()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Buy(house, house.Sara, "B-1", 150, "2026-01-02");
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<CustomerFiguresPage>("/admin/customers");
        page.WaitForElement(".figures-line").TextContent.ShouldContain("150 USD");
        page.FindAll(".tally a").Select(a => a.GetAttribute("href")).ShouldContain("/desk/customers?status=Active");
        page.Find(".table").TextContent.ShouldContain("Sara");
    }

    [Fact]
    public async Task An_answer_that_takes_long_is_given_again_while_the_next_is_made()
    {
        var (kept, clock, made, hold) = (
            new RefreshedCache<int, string>(TimeSpan.Zero, 10, TimeSpan.FromMilliseconds(50)),
            new FakeClock(),
            0,
            new TaskCompletionSource()
        );
        async Task<string> Slowly()
        {
            var mine = Interlocked.Increment(ref made);
            if (mine > 1)
                await hold.Task;
            clock.Advance(TimeSpan.FromMilliseconds(80));
            return $"answer {mine}";
        }
        (await kept.Get(1, clock, Slowly)).ShouldBe("answer 1");
        (await kept.Get(1, clock, Slowly)).ShouldBe("answer 1");
        made.ShouldBe(1);
        clock.AdvanceMinutes(10);
        (await kept.Get(1, clock, Slowly)).ShouldBe("answer 1", "Nobody waits for the next.");
        hold.SetResult();
        for (var i = 0; i < 100 && await kept.Get(1, clock, Slowly) != "answer 2"; i++)
            await Task.Delay(20);
        (await kept.Get(1, clock, Slowly)).ShouldBe("answer 2");
        // A quick one is computed again for everybody who asks.
        (await kept.Get(2, clock, () => Task.FromResult("a"))).ShouldBe("a");
        (await kept.Get(2, clock, () => Task.FromResult("b"))).ShouldBe("b");
    }
}
