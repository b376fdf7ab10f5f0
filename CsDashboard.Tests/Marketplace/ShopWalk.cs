using System.Collections.Concurrent;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Somebody who does whatever comes to mind in a shop, one thing after the other: orders, pays, cancels, sends back, and what staff and
/// providers do beside. What is refused is refused; nothing else may go wrong.
/// </summary>
internal sealed class ShopWalk(House house, Actor buyer, (Guid Variant, int Number)[] goods, ConcurrentBag<PlacedOrder> placed, int seed)
{
    private readonly Random random = new(seed);
    private int done;

    public async Task Steps(int count)
    {
        for (var i = 0; i < count; i++)
            try
            {
                await Step();
                done++;
            }
            catch (Refusal) { }
        done.ShouldBeGreaterThan(count / 4, "The walk tries too little.");
    }

    private Task Step() =>
        random.Next(10) switch
        {
            0 or 1 or 2 => Place(),
            3 => Pay(Some()),
            4 => house.Get<OrderPayments>().MarkPaid(house.Karim, Some().Id, random.Next(2) == 0 ? $"transfer {random.Next(30)}" : null),
            5 => Move(Some()),
            6 => house.Get<OwnOrders>().Cancel(random.Next(2) == 0 ? buyer : house.Karim, buyer.Cart(), Some().Id),
            7 => house.Get<OrderPayments>().Refund(house.Karim, Some().Id, random.Next(1, 4_000) / 100m),
            8 => SendBack(Some()),
            _ => Stock(),
        };

    private PlacedOrder Some()
    {
        var all = placed.ToArray();
        return all.Length == 0 ? throw Refusal.NotFound() : all[random.Next(all.Length)];
    }

    private async Task Place()
    {
        var input = Till.Order(pay: random.Next(2) == 0 ? "credit_card" : "bank_transfer");
        input.Items =
        [
            .. Enumerable
                .Range(0, random.Next(1, 4))
                .Select(_ => new CheckoutItem { VariantId = goods[random.Next(goods.Length)].Variant, Quantity = random.Next(1, 4) }),
        ];
        var who = buyer.Once($"walk {seed} {random.Next()}", input.Items.Count);
        var clicks = await Task.WhenAll(
            Enumerable.Range(0, random.Next(1, 3)).Select(_ => house.Get<Checkouts>().Place(who, buyer.Cart(), input))
        );
        placed.Add(clicks[0]);
    }

    private async Task Pay(PlacedOrder order)
    {
        var told = new PaymentTold(
            "card",
            $"{order.Number}/{random.Next(2)}",
            random.Next(6) == 0 ? PaymentKind.Failed
                : random.Next(6) == 0 ? PaymentKind.Refunded
                : PaymentKind.Captured,
            random.Next(4) == 0 ? order.Total / 2 : order.Total
        );
        for (var again = random.Next(1, 3); again > 0; again--)
            await house.Get<OrderPayments>().Tell(house.Product, order.Number, told);
    }

    private async Task Move(PlacedOrder order)
    {
        var next = (await house.Get<OwnOrders>().Get(house.Karim, order.Number)).Next.Where(s => s != OrderStatus.Returned).ToList();
        if (next.Count == 0)
            throw Refusal.NotFound();
        await house.Get<OwnOrders>().Move(house.Karim, order.Id, next[0]);
    }

    private async Task SendBack(PlacedOrder order)
    {
        var returns = house.Get<GoodsReturns>();
        var customer = (await house.Get<OwnOrders>().Get(house.Karim, order.Number)).CustomerId;
        if ((await returns.List(house.Karim, customer)).FirstOrDefault(r => r.Return.Status.IsOpen()) is not { } open)
        {
            var item = new ReturnItem(null, goods[random.Next(goods.Length)].Number, random.Next(1, 3), null);
            var reason = random.Next(2) == 0 ? "defective" : "no_longer_needed";
            await returns.Request(
                house.Karim,
                customer,
                order.Number,
                new() { Reason = reason, Items = random.Next(2) == 0 ? null : [item] }
            );
            return;
        }
        var next = open.Return.Next;
        var to = next[random.Next(next.Count)];
        var lines = open.Return.Lines.Select(l => new ReceivedLine(l.Id, random.Next(0, l.Quantity + 1), random.Next(2) == 0));
        await returns.Move(
            house.Karim,
            open.Return.SequenceNumber,
            new() { To = to, Lines = to == ReturnStatus.Received ? [.. lines] : null }
        );
    }

    private async Task Stock()
    {
        if (random.Next(3) == 0)
        {
            await house.Get<OwnOrders>().EndReservations(house.Product);
            return;
        }
        var kind = random.Next(3) switch
        {
            0 => StockMoveKind.In,
            1 => StockMoveKind.Out,
            _ => StockMoveKind.Adjustment,
        };
        await house.Get<Stockroom>().Move(house.Amina, goods[random.Next(goods.Length)].Number, null, kind, random.Next(0, 12));
    }
}
