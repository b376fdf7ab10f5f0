using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Tests.Engagement;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What goes back: never more than came, never twice, and never goods that were not there (contract: market, Returns).</summary>
public sealed class RefundProofTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static async Task<(House House, ProductView Mug, PlacedOrder Order)> Paid(DatabaseKind kind, int quantity = 3)
    {
        var house = await House.On(kind);
        await house.Sells();
        var mug = await house.Thing(price: 100);
        var order = await house.Buy(house.Sara, mug.Product.Variants[0].Id, quantity, "credit_card");
        await Tell(house, order, "pi_1", PaymentKind.Captured, order.Total);
        return (house, mug, order);
    }

    private static Task Tell(House house, PlacedOrder order, string reference, PaymentKind kind, decimal amount) =>
        house.Get<OrderPayments>().Tell(house.Product, order.Number, new PaymentTold("card", reference, kind, amount));

    private static Task<OwnOrder> Seen(House house, PlacedOrder order) => house.Get<OwnOrders>().Get(house.Karim, order.Number);

    private static async Task Deliver(House house, PlacedOrder order)
    {
        foreach (var step in new[] { OrderStatus.Processing, OrderStatus.Shipped, OrderStatus.Delivered })
            await house.Get<OwnOrders>().Move(house.Karim, order.Id, step);
    }

    private static async Task<int> Left(House house, ProductView thing) =>
        (await house.Get<Products>().Of(house.Amina, thing.Product.Number)).Available!.Value;

    [Theory, EachDatabase]
    public async Task A_refund_that_is_entered_and_told_again_goes_back_once(DatabaseKind kind)
    {
        var (house, _, order) = await Paid(kind);
        await using var _ = house;
        var payments = house.Get<OrderPayments>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => payments.Refund(house.Karim, order.Id, 24.75m, "re_1")));
        (await Seen(house, order)).ShouldSatisfyAllConditions(
            o => o.Refunded.ShouldBe(24.75m),
            o => o.Payment.ShouldBe(PaymentStatus.PartiallyRefunded)
        );
        // The provider tells of what staff have entered already.
        await Tell(house, order, "re_1", PaymentKind.Refunded, 24.75m);
        (await Seen(house, order)).Refunded.ShouldBe(24.75m);
        (await Till.Refused(() => payments.Refund(house.Karim, order.Id, order.Total, "re_2"))).Code.ShouldBe("refund_exceeds");
        await payments.Refund(house.Karim, order.Id, order.Total - 24.75m, "re_3");
        // Under a reference of its own, when all of it is back: it is written down, and nothing goes back again.
        await Tell(house, order, "re_99", PaymentKind.Refunded, order.Total);
        await Tell(house, order, "re_99", PaymentKind.Refunded, order.Total);
        (await Seen(house, order)).ShouldSatisfyAllConditions(
            o => o.Refunded.ShouldBe(order.Total),
            o => o.Payment.ShouldBe(PaymentStatus.Refunded),
            o => o.Payments.Count(p => p.Reference == "re_99").ShouldBe(1)
        );
        (await Till.Refused(() => payments.Refund(house.Karim, order.Id, 0.01m, "re_4"))).Code.ShouldBe("refund_exceeds");
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task Points_that_were_spent_before_the_refund_are_not_owed_and_the_ledger_adds_up(DatabaseKind kind)
    {
        var (house, _, order) = await Paid(kind);
        await using var _ = house;
        await Deliver(house, order);
        await house.Drain();
        house.Clock.AdvanceDays(15);
        var (points, sara) = (house.Get<Points>(), house.Sara.CustomerId!.Value);
        var had = (await points.Of(house.Sara, sara)).Available;
        had.ShouldBe(350);
        await points.Redeem(house.Sara, sara, had, "voucher");
        await house.Get<OrderPayments>().Refund(house.Karim, order.Id, order.Total);
        await house.Drain();
        (await points.Of(house.Sara, sara)).ShouldSatisfyAllConditions(p => p.Available.ShouldBe(0), p => p.Lifetime.ShouldBe(50));
        await house.ShouldAddUp(house.Nour);
        await house.OrdersShouldHaveEarnedOnce(house.Nour);
        await house.ShopShouldAddUp(house.Nour);
    }

    [Theory, EachDatabase]
    public async Task What_came_back_is_on_the_shelf_once_and_the_order_can_not_be_cancelled_too(DatabaseKind kind)
    {
        var (house, mug, order) = await Paid(kind);
        await using var _ = house;
        await Deliver(house, order);
        var (returns, sara) = (house.Get<GoodsReturns>(), house.Sara.CustomerId!.Value);
        var asked = (await returns.Request(house.Sara, sara, order.Number, new() { Reason = "no_longer_needed" })).Return;
        foreach (var step in new[] { ReturnStatus.Approved, ReturnStatus.InTransit, ReturnStatus.Received, ReturnStatus.Refunded })
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => returns.Move(house.Karim, asked.SequenceNumber, new() { To = step })));
        (await Till.Refused(() => house.Get<OwnOrders>().Cancel(house.Karim, house.Sara.Cart(), order.Id))).Code.ShouldBe("order_step");
        (await Left(house, mug)).ShouldBe(20);
        (await Seen(house, order)).ShouldSatisfyAllConditions(
            o => o.Status.ShouldBe(OrderStatus.Returned),
            o => o.Refunded.ShouldBe(order.Total)
        );
        await house.ShopShouldAddUp(house.Nour);
    }

    [Fact]
    public void In_ten_thousand_histories_of_payments_refunds_returns_and_cancels_no_more_goes_back_than_came() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), HoldsIn));

    private static bool HoldsIn(int seed)
    {
        var random = new Random(seed);
        var order = Bought(random);
        var returns = new List<Return>();
        for (var act = random.Next(1, 12); act > 0; act--)
            try
            {
                switch (random.Next(5))
                {
                    case 0:
                        order.Receive(random.Next(2) == 0 ? order.Total : random.Next(0, 10_000) / 100m, Now);
                        break;
                    case 1:
                        order.Refund(random.Next(-100, 10_000) / 100m, Now);
                        break;
                    case 2:
                        order.Move(order.Next.Count > 0 ? order.Next[random.Next(order.Next.Count)] : OrderStatus.Cancelled, Now);
                        break;
                    default:
                        Return(order, returns, random);
                        break;
                }
            }
            catch (Refusal) { }
        return order.Refunded <= order.Paid
            && order.Refunded >= 0
            && order.Goods >= 0
            && order.Lines.Sum(l => l.Refunded ?? 0) <= order.Refunded
            && order.Lines.TrueForAll(l => (l.Refunded ?? 0) <= order.PaidFor(l))
            && returns.Sum(r => r.RefundAmount ?? 0) <= order.Refunded;
    }

    [Fact]
    public void Units_that_come_back_one_by_one_bring_to_the_cent_what_the_line_cost() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000),
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                seed =>
                {
                    var random = new Random(seed);
                    var (order, returns) = (Bought(random), new List<Return>());
                    order.Receive(order.Total, Now);
                    while (order.Lines.Exists(l => Left(l, returns) > 0))
                        Return(order, returns, random, whole: true);
                    return order.Refunded == order.Total - order.Shipping
                        && order.Lines.TrueForAll(l => (l.Refunded ?? 0) == order.PaidFor(l));
                }
            )
        );

    private static int Left(OrderLine line, IEnumerable<Return> returns) =>
        line.Quantity - returns.SelectMany(r => r.Lines).Where(l => l.OrderLineId == line.Id).Sum(l => l.Received ?? l.Quantity);

    // Some units of some lines: asked for, opened, and paid back, as far as the ceiling lets it.
    private static void Return(Order order, List<Return> returns, Random random, bool whole = false)
    {
        var asked = new Return
        {
            Number = "RET",
            Reason = random.Next(2) == 0 || whole ? ReturnReason.NoLongerNeeded : ReturnReason.Defective,
        };
        foreach (var line in order.Lines)
            if (Left(line, returns) is var left and > 0 && random.Next(2) == 0)
                asked.Lines.Add(
                    new ReturnLine
                    {
                        OrderLineId = line.Id,
                        Name = line.Name,
                        Quantity = random.Next(1, left + 1),
                        Reason = asked.Reason,
                    }
                );
        if (asked.Lines.Count == 0)
            return;
        asked.Move(ReturnStatus.Approved, null, Now);
        asked.Move(ReturnStatus.Received, null, Now);
        asked.Receive(whole ? null : [.. asked.Lines.Select(l => new ReceivedLine(l.Id, random.Next(0, l.Quantity + 1), true))]);
        var ceiling = RefundCeiling.Of(order, asked, returns);
        var amount = whole || random.Next(2) == 0 ? ceiling.Amount : decimal.Round(ceiling.Amount * random.Next(0, 120) / 100, 2);
        var (byLine, shipping) = ceiling.Split(amount);
        if (amount > 0)
            order.Refund(amount, Now, byLine);
        asked.Settle(amount, shipping);
        asked.Move(ReturnStatus.Refunded, null, Now);
        returns.Add(asked);
    }

    private static Order Bought(Random random)
    {
        var lines = Enumerable
            .Range(0, random.Next(1, 5))
            .Select(_ => (Quantity: random.Next(1, 6), Price: random.Next(0, 500_000) / 10_000m));
        var bought = lines.ToArray();
        var terms = new PricingTerms(
            random.Next(0, 1_500) / 100m,
            random.Next(0, 2_000) / 100m,
            random.Next(0, 2_500) / 10_000m,
            random.Next(2) == 0
        );
        var priced = Pricing.Of(bought, terms, Currency.Usual);
        var order = new Order
        {
            Number = "ORD-20260504-00000001",
            IsOwn = true,
            IsTaxIncluded = terms.IsTaxIncluded,
            Discount = priced.Discount,
            ShippingMethod = "standard",
            Lines =
            [
                .. priced.Lines.Select(
                    (l, i) =>
                        new OrderLine
                        {
                            Name = "Hoodie",
                            Quantity = bought[i].Quantity,
                            UnitPrice = bought[i].Price,
                            Amount = l.Amount,
                            Discount = l.Discount,
                            TaxShare = l.Tax,
                        }
                ),
            ],
        };
        return Order.Placed(order, priced, Now, Now.AddMinutes(30), new RateBook(Currency.Usual, []));
    }
}
