using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;
using FsCheck;
using FsCheck.Fluent;

namespace CsDashboard.Tests.Marketplace;

/// <summary>The way of an order that was placed here, and what can go back of it.</summary>
public sealed class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static Order Placed(decimal price = 40, bool isSent = true)
    {
        var priced = Pricing.Of([(2, price), (1, price)], new PricingTerms(5, 10, 0.1m, IsTaxIncluded: false), Currency.Usual);
        var order = new Order
        {
            Number = "ORD-20260504-00000001",
            IsOwn = true,
            ShippingMethod = isSent ? "standard" : null,
            Lines =
            [
                .. priced.Lines.Select(
                    (l, i) =>
                        new OrderLine
                        {
                            Name = "Hoodie",
                            Quantity = 2 - i,
                            UnitPrice = price,
                            Amount = l.Amount,
                            Discount = l.Discount,
                            TaxShare = l.Tax,
                        }
                ),
            ],
        };
        return Order.Placed(order, priced, Now, Now.AddMinutes(30), new RateBook(Currency.Usual, []));
    }

    [Fact]
    public void An_order_goes_its_way_step_by_step()
    {
        var order = Placed();
        (order.Status, order.Payment, order.ReservedUntil).ShouldBe((OrderStatus.Pending, PaymentStatus.Pending, Now.AddMinutes(30)));
        foreach (
            var step in new[]
            {
                OrderStatus.Confirmed,
                OrderStatus.Processing,
                OrderStatus.Shipped,
                OrderStatus.Delivered,
                OrderStatus.Returned,
            }
        )
        {
            order.Move(step, Now).ShouldBeTrue();
            order.Move(step, Now).ShouldBeFalse();
            order.ReservedUntil.ShouldBeNull();
        }
        (order.ShippedAt, order.DeliveredAt).ShouldBe((Now, Now));
    }

    [Theory]
    [InlineData("shipped", "confirmed, cancelled")]
    [InlineData("delivered", "confirmed, cancelled")]
    [InlineData("returned", "confirmed, cancelled")]
    public void A_jump_is_refused_with_what_may_come_next(string to, string allowed)
    {
        var refusal = Should.Throw<Refusal>(() => Placed().Move(Word.Demand<OrderStatus>("status", to), Now));
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Conflict, "order_step"));
        refusal.Message.ShouldContain(allowed);
    }

    [Fact]
    public void What_was_shipped_is_not_cancelled_and_what_is_over_stays()
    {
        var shipped = Placed();
        foreach (var step in new[] { OrderStatus.Confirmed, OrderStatus.Processing, OrderStatus.Shipped })
            shipped.Move(step, Now);
        Should.Throw<Refusal>(() => shipped.Move(OrderStatus.Cancelled, Now)).Code.ShouldBe("order_step");
        var over = Placed();
        over.Move(OrderStatus.Cancelled, Now).ShouldBeTrue();
        Should.Throw<Refusal>(() => over.Move(OrderStatus.Confirmed, Now)).Code.ShouldBe("order_step");
    }

    [Fact]
    public void What_is_not_sent_is_delivered_as_soon_as_it_is_confirmed()
    {
        var order = Placed(isSent: false);
        order.Move(OrderStatus.Confirmed, Now);
        order.Move(OrderStatus.Delivered, Now).ShouldBeTrue();
    }

    [Fact]
    public void No_more_goes_back_than_was_paid()
    {
        var order = Placed();
        order.Total.ShouldBe(126m);
        Should.Throw<Refusal>(() => order.Refund(1, Now)).Code.ShouldBe("refund_exceeds");
        order.Receive(126, Now);
        (order.Payment, order.IsPaid, order.Goods).ShouldBe((PaymentStatus.Paid, true, 110m));
        foreach (var wrong in new[] { 0m, -1m, 0.001m })
            Should.Throw<Refusal>(() => order.Refund(wrong, Now)).Fields[0].Field.ShouldBe("refund_amount");
        order.Refund(26, Now, new Dictionary<Guid, decimal> { [order.Lines[0].Id] = 26 });
        (order.Payment, order.Refundable, order.Lines[0].Refunded).ShouldBe((PaymentStatus.PartiallyRefunded, 100m, 26m));
        Should.Throw<Refusal>(() => order.Refund(100.01m, Now)).Code.ShouldBe("refund_exceeds");
        order.Refund(100, Now);
        (order.Payment, order.Refundable, order.Goods).ShouldBe((PaymentStatus.Refunded, 0m, 0m));
    }

    [Fact]
    public void Refunds_never_exceed_what_was_paid_whatever_happens()
    {
        var act = from kind in Gen.Choose(0, 2) from cents in Gen.Choose(-100, 20_000) select (kind, cents / 100m);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10_000),
            Prop.ForAll(
                Gen.ListOf(act).ToArbitrary(),
                acts =>
                {
                    var order = Placed();
                    foreach (var (kind, amount) in acts)
                        try
                        {
                            if (kind == 0)
                                order.Receive(Math.Max(0, amount), Now);
                            else
                                order.Refund(amount, Now);
                        }
                        catch (Refusal) { }
                    return order.Refunded <= order.Paid && order.Refunded >= 0 && order.Goods >= 0;
                }
            )
        );
    }
}
