using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The ledger of orders, on each database.</summary>
public sealed class OrdersTests
{
    private static OrderInput Order(string number, string status = "placed", decimal price = 99.95m, string? placedAt = null) =>
        new()
        {
            Number = number,
            Status = status,
            Lines =
            [
                new()
                {
                    Name = "Challenge 10K",
                    Category = "challenge",
                    Quantity = 2,
                    UnitPrice = price,
                },
            ],
            Tax = 10,
            PlacedAt = placedAt is null ? null : DateTimeOffset.Parse(placedAt, System.Globalization.CultureInfo.InvariantCulture),
        };

    private static Actor Shop(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

    [Theory, EachDatabase]
    public async Task An_order_is_there_once_by_its_number_and_the_figures_follow(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, sara) = (house.Get<Orders>(), house.Sara.CustomerId!.Value);
        var (order, isNew) = await orders.Record(Shop(house), sara, Order("A-1"));
        (order.Total, order.Items, order.Word, isNew).ShouldBe((209.90m, 2, "Placed", true));
        // Sent again, even twice at once, it changes nothing.
        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => orders.Record(Shop(house), sara, Order("A-1"))));
        again.ShouldAllBe(a => !a.IsNew && a.Order.Id == order.Id);
        await orders.Record(Shop(house), sara, Order("A-2", "delivered", 50));
        await orders.Record(Shop(house), sara, Order("A-3", "cancelled", 1000));
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(OrderRecorded)).ShouldBe(3);
        async Task<CustomerFigures> Figures() => (await house.Get<CustomerLists>().Get(house.Karim, sara)).Figures;
        // contract: crm, Statistics: the value is without cancelled and returned orders.
        (await Figures()).ShouldSatisfyAllConditions(
            f => f.TotalOrders.ShouldBe(3),
            f => f.TotalOrderValue.ShouldBe(319.90m),
            f => f.LastOrderAt.ShouldBe(house.Clock.Now())
        );
        await orders.Record(Shop(house), sara, Order("A-2", "returned", 50));
        (await Figures()).TotalOrderValue.ShouldBe(209.90m);
        var moved = (await house.Events(house.Nour)).Last(e => e.Kind == nameof(OrderRecorded));
        (
            moved.Before!.Contains("delivered", StringComparison.Ordinal),
            moved.After!.Contains("returned", StringComparison.Ordinal)
        ).ShouldBe((true, true));
    }

    [Fact]
    public async Task An_order_has_been_placed_and_not_in_the_future()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (orders, sara) = (house.Get<Orders>(), house.Sara.CustomerId!.Value);
        (await Should.ThrowAsync<Refusal>(() => orders.Record(Shop(house), sara, Order("F-1", placedAt: "2099-01-01T00:00:00Z"))))
            .Fields[0]
            .Field.ShouldBe("placedAt");
        // Clocks and zones of others differ.
        var soon = Order("F-2");
        soon.PlacedAt = house.Clock.Now().AddHours(14);
        (await orders.Record(Shop(house), sara, soon)).IsNew.ShouldBeTrue();
    }

    // contract C20: market's words are kept, the CRM sees its own.
    [Theory, EachDatabase]
    public async Task Orders_are_listed_by_the_words_of_the_contract_and_summed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, sara) = (house.Get<Orders>(), house.Sara.CustomerId!.Value);
        string[] words = ["pending", "confirmed", "processing", "shipped", "delivered", "cancelled", "returned", "return requested"];
        for (var i = 0; i < words.Length; i++)
        {
            house.Clock.AdvanceMinutes(1);
            await orders.Record(Shop(house), sara, Order($"W-{i}", words[i], 10));
        }
        var summary = await orders.Summary(house.Karim, sara);
        summary.ByWord.ShouldBe(
            new Dictionary<string, int>
            {
                ["Placed"] = 2,
                ["Processing"] = 1,
                ["Shipped"] = 1,
                ["Delivered"] = 1,
                ["Cancelled"] = 1,
                ["Returned"] = 1,
                ["Return Requested"] = 1,
            },
            ignoreOrder: true
        );
        (summary.Total, summary.Value, summary.Mean, summary.Months.Count, summary.Months[^1].Value).ShouldBe((8, 180m, 30m, 12, 180m));
        (await orders.List(house.Karim, sara, word: "Return Requested")).Single().Number.ShouldBe("W-7");
        (await orders.List(house.Karim, sara, limit: 3)).Select(o => o.Number).ShouldBe(["W-7", "W-6", "W-5"]);
        (await orders.List(house.Sara, sara, limit: 3, page: 3)).Select(o => o.Number).ShouldBe(["W-1", "W-0"]);
        (await Should.ThrowAsync<Refusal>(() => orders.List(house.Karim, sara, word: "lost"))).Fields[0].Field.ShouldBe("status");
        (await Should.ThrowAsync<Refusal>(() => orders.List(house.Karim, sara, limit: 0))).Fields[0].Field.ShouldBe("limit");
        (await Should.ThrowAsync<Refusal>(() => orders.List(house.David, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await orders.List(house.Olga, sara)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_order_belongs_to_one_customer_and_open_ones_hold_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (orders, customers, sara) = (
            house.Get<Orders>(),
            house.Get<CsDashboard.Customers.CustomerRecords>(),
            house.Sara.CustomerId!.Value
        );
        await orders.Record(Shop(house), sara, Order("B-1", "shipped"));
        (await Should.ThrowAsync<Refusal>(() => orders.Record(Shop(house), house.David.CustomerId!.Value, Order("B-1")))).Code.ShouldBe(
            "order_taken"
        );
        (await Should.ThrowAsync<Refusal>(() => customers.Remove(house.Amina, sara))).Code.ShouldBe("delete_refused");
        await orders.Record(Shop(house), sara, Order("B-1", "delivered"));
        await customers.Remove(house.Amina, sara);
        foreach (
            var (bad, field) in new (OrderInput, string)[]
            {
                (new() { Lines = [] }, "number"),
                (Order("C", "lost"), "status"),
                (new() { Number = "C", Total = -1 }, "total"),
                (new() { Number = "C", Currency = "Riyal" }, "currency"),
                (new() { Number = "C", Lines = [new() { Name = "x", Quantity = 0 }] }, "lines"),
                (new() { Number = "C", Lines = [new() { Name = "x", UnitPrice = -1 }] }, "unitPrice"),
                (new() { Number = "C", Lines = [null!] }, "lines"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => orders.Record(Shop(house), sara, bad))).Fields[0].Field.ShouldBe(field);
        foreach (var other in new[] { house.Karim, house.Amina, house.Sara })
            (await Should.ThrowAsync<Refusal>(() => orders.Record(other, sara, Order("D")))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => orders.Record(Shop(house), house.Oskar.CustomerId!.Value, Order("D")))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }
}
