using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Stock;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// Customers order, pay, cancel and send back, and goods come in, while the events are worked off, until it is killed. Prints
/// "asked KEY" before each order is placed and "placed KEY NUMBER", "paid|moved|cancelled|refunded|returned NUMBER" after each call that
/// was acknowledged.
/// </summary>
internal static class CrashShop
{
    private static readonly PostalAddressInput Home = new()
    {
        Street = "1 Main Street",
        City = "Los Angeles",
        State = "CA",
        Country = "US",
    };

    public static async Task Run(string dataFolder, string? postgres)
    {
        await using var house = House.In(dataFolder, postgres);
        var people = new List<User>();
        await using (var db = house.Get<Store>().Open(Actor.System(Guid.Empty)))
            people.AddRange(await db.UsersEverywhere.ToListAsync());
        await house.StartBackgroundWork();
        var works = new List<Task>();
        foreach (var admin in people.Where(p => p.Role == Role.Admin))
        {
            var company = new Company(house, admin);
            await company.Look();
            if (company.HasGoods)
                foreach (var customer in people.Where(p => p.TenantId == admin.TenantId && p.CustomerId is not null))
                    works.AddRange(Enumerable.Range(0, 3).Select(_ => company.Live(customer.CustomerId!.Value)));
        }
        await Task.WhenAll(works);
    }

    private sealed class Company(House house, User admin)
    {
        private readonly ConcurrentQueue<(Guid Id, string Number, Guid Customer)> lately = new();
        private readonly ConcurrentQueue<(string Number, Guid Customer)> arrived = new();
        private readonly Actor owner = new()
        {
            TenantId = admin.TenantId,
            UserId = admin.Id,
            Role = Role.Admin,
            Name = admin.Name,
        };
        private readonly Actor till = new()
        {
            TenantId = admin.TenantId,
            Role = Role.Service,
            Name = "Till",
        };
        private (Guid Variant, int Number)[] goods = [];

        public bool HasGoods => goods.Length > 0;

        public async Task Look()
        {
            await using var db = house.Get<Store>().Open(owner);
            goods =
            [
                .. (
                    await db
                        .StockItems.Join(db.Products, i => i.ProductId, p => p.Id, (i, p) => new { i.VariantId, p.Number })
                        .ToListAsync()
                ).Select(g => (g.VariantId, g.Number)),
            ];
        }

        public async Task Live(Guid customer)
        {
            var random = new Random();
            while (true)
                try
                {
                    await Step(random, customer);
                }
                catch (Refusal)
                { /* sold out, or too late for that */
                }
        }

        private async Task Step(Random random, Guid customer)
        {
            if (random.Next(3) == 0 || lately.IsEmpty)
            {
                await Place(random, customer);
                return;
            }
            var all = lately.ToArray();
            var (id, number, buyer) = all[random.Next(all.Length)];
            switch (random.Next(6))
            {
                case 0 or 1:
                    await house.Get<OrderPayments>().MarkPaid(till, id, $"{number}/paid");
                    Console.WriteLine($"paid {number}");
                    break;
                case 2:
                    await Send(id, number, buyer, random.Next(1, 5));
                    break;
                case 3:
                    await house.Get<OwnOrders>().Cancel(till, CartOwner.Customer(buyer), id);
                    Console.WriteLine($"cancelled {number}");
                    break;
                case 4:
                    await house.Get<OrderPayments>().Refund(till, id, random.Next(1, 500) / 100m);
                    Console.WriteLine($"refunded {number}");
                    break;
                default:
                    if (arrived.IsEmpty)
                        return;
                    var back = arrived.ElementAt(random.Next(arrived.Count));
                    await Return(back.Number, back.Customer);
                    await house.Get<Stockroom>().Move(owner, goods[random.Next(goods.Length)].Number, null, StockMoveKind.In, 5);
                    Console.WriteLine($"returned {back.Number}");
                    break;
            }
        }

        private async Task Place(Random random, Guid customer)
        {
            var key = "k" + Guid.NewGuid().ToString("N");
            Console.WriteLine($"asked {key}");
            var order = await house
                .Get<Checkouts>()
                .Place(
                    till with
                    {
                        Once = OnceKey.Of(key, key),
                    },
                    CartOwner.Customer(customer),
                    new CheckoutInput
                    {
                        ShipTo = Home,
                        PaymentMethod = "bank_transfer",
                        ShippingMethod = "standard",
                        Items =
                        [
                            .. Enumerable
                                .Range(0, random.Next(1, 4))
                                .Select(_ => new CheckoutItem
                                {
                                    VariantId = goods[random.Next(goods.Length)].Variant,
                                    Quantity = random.Next(1, 4),
                                }),
                        ],
                    }
                );
            Console.WriteLine($"placed {key} {order.Number}");
            lately.Enqueue((order.Id, order.Number, customer));
            if (lately.Count > 40)
                lately.TryDequeue(out _);
        }

        // Some steps on its way; what was not accepted yet is, paid or not.
        private async Task Send(Guid id, string number, Guid customer, int steps)
        {
            for (; steps > 0; steps--)
            {
                var next = (await house.Get<OwnOrders>().Get(till, number)).Next;
                if (next.Count == 0 || next[0] is OrderStatus.Returned or OrderStatus.Cancelled)
                    return;
                await house.Get<OwnOrders>().Move(till, id, next[0]);
                Console.WriteLine($"moved {number}");
                if (next[0] == OrderStatus.Delivered)
                    arrived.Enqueue((number, customer));
            }
        }

        // Asked for, or a step further.
        private async Task Return(string number, Guid customer)
        {
            var returns = house.Get<GoodsReturns>();
            if ((await returns.List(till, customer)).FirstOrDefault(r => r.Return.Status.IsOpen()) is { } open)
                await returns.Move(till, open.Return.SequenceNumber, new() { To = open.Return.Next[0] });
            else
                await returns.Request(till, customer, number, new());
        }
    }
}
