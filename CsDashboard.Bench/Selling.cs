using System.Collections.Concurrent;
using System.Diagnostics;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// Orders of three things placed durably by sixteen writers, against plain transactions of the same rows with the same sync; and a thousand
/// buyers who want one of a hundred at once.
/// </summary>
internal static class Selling
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);
    private const int Things = 200,
        Buyers = 1_000,
        Few = 100;

    public static async Task Checkout(int seconds)
    {
        await using var house = await House.New();
        var shop = await Shop.In(house, seconds <= 0 ? Length : TimeSpan.FromSeconds(seconds));
        Clocked.Head("An order of three lines, durable (WAL, synchronous=FULL), by sixteen writers");
        // New code is compiled twice before it runs as fast as it will for days.
        await Clocked.Load(16, shop.Length, _ => shop.Place());
        await using var plain = await PlainOrders.Of(house, await shop.Place());
        var raw = await Clocked.Load(16, shop.Length, _ => plain.Write());
        var own = await Clocked.Load(16, shop.Length, _ => shop.Place());
        Clocked.Line(
            "orders a second",
            $"{own.PerSecond:0}",
            $"{raw.PerSecond:0} (plain transactions of the same rows)",
            $"{own.PerSecond / raw.PerSecond:0.00} of the ceiling (aim: at least 0.50, and 500 a second)"
        );
        Clocked.Line("p99 in ms", $"{own.Times.At(0.99):0.0}", $"{raw.Times.At(0.99):0.0}", "aim: below 100 ms");
        Clocked.Line("oversold", $"{await shop.Oversold()}", "0", "aim: 0");
    }

    public static async Task Rush()
    {
        await using var house = await House.New();
        var shop = await Shop.In(house, Length);
        for (var i = 0; i < 2_000; i++)
            await shop.Place();
        var wanted = await shop.Thing("Last hundred", Few);
        var (outcomes, clock) = (new ConcurrentBag<string>(), Stopwatch.StartNew());
        await Task.WhenAll(
            shop.Customers.Select(customer =>
                Task.Run(async () =>
                {
                    try
                    {
                        await shop.Place(customer, [wanted]);
                        outcomes.Add("ordered");
                    }
                    catch (Refusal refusal)
                    {
                        outcomes.Add(refusal.Code);
                    }
                })
            )
        );
        var took = clock.Elapsed.TotalMilliseconds;
        Clocked.Head($"{Buyers:N0} buyers of {Few} at one instant");
        Clocked.Line("orders", $"{outcomes.Count(o => o == "ordered")}", $"{Few}", "aim: exactly as many");
        Clocked.Line("told that it is sold out", $"{outcomes.Count(o => o == "sold_out")}", $"{Buyers - Few}", "");
        Clocked.Line("last answer after, ms", $"{took:0}", "", "aim: below 2,000");
        Clocked.Line("oversold", $"{await shop.Oversold()}", "0", "aim: 0");
    }

    /// <summary>A company that sells two hundred things, of which there are plenty, to a thousand customers.</summary>
    private sealed class Shop(House house, Actor admin, TimeSpan length)
    {
        private static readonly PostalAddressInput Home = new()
        {
            Street = "1 Main Street",
            City = "Los Angeles",
            State = "CA",
            ZipCode = "90001",
            Country = "US",
        };
        private readonly List<Guid> things = [];

        public TimeSpan Length => length;
        public List<Guid> Customers { get; } = [];

        public static async Task<Shop> In(House house, TimeSpan length)
        {
            var seed = await Seed.In(house);
            var shop = new Shop(house, seed.Agent with { Role = Role.Admin }, length);
            await house.Get<ShopSettings>().Begin(shop.Admin);
            for (var i = 0; i < Things; i++)
                shop.things.Add(await shop.Thing($"Thing {i}", 10_000_000));
            for (var i = 0; i < Buyers; i++)
                shop.Customers.Add(
                    (
                        await house
                            .Get<CustomerRecords>()
                            .Add(seed.Agent with { Silent = true }, new() { Name = $"Buyer {i}", Email = $"buyer.{i}@bench.example" })
                    ).Id
                );
            // The history is sealed meanwhile, as it is in life.
            await house.Get<Seal>().StartAsync(default);
            return shop;
        }

        private Actor Admin => admin;
        private Actor Till => admin with { Role = Role.Service, UserId = null, Name = "Till" };

        public async Task<Guid> Thing(string name, int stock)
        {
            var number = await house
                .Get<Products>()
                .Save(admin, null, new() { Name = name, Variants = [new() { Price = 9.99m, Stock = stock }] });
            await house.Get<Products>().Publish(admin, number);
            return (await house.Get<Products>().Of(admin, number)).Product.Variants[0].Id;
        }

        /// <summary>Three of the things, by somebody, with a key as a checkout page has.</summary>
        public Task<PlacedOrder> Place()
        {
            var first = Random.Shared.Next(Things);
            return Place(
                Customers[Random.Shared.Next(Buyers)],
                [things[first], things[(first + 7) % Things], things[(first + 31) % Things]]
            );
        }

        public Task<PlacedOrder> Place(Guid customer, IEnumerable<Guid> wanted) =>
            house
                .Get<Checkouts>()
                .Place(
                    Till with
                    {
                        Once = OnceKey.Of(Guid.NewGuid().ToString("N"), customer),
                    },
                    CartOwner.Customer(customer),
                    new CheckoutInput
                    {
                        ShipTo = Home,
                        ShippingMethod = "standard",
                        PaymentMethod = "bank_transfer",
                        Items = [.. wanted.Select(v => new CheckoutItem { VariantId = v, Quantity = 1 })],
                    }
                );

        public async Task<int> Oversold()
        {
            await using var db = house.Get<Store>().Open(admin);
            return await db.StockItems.Where(i => i.Reserved > i.OnHand).SumAsync(i => i.Reserved - i.OnHand);
        }
    }
}
