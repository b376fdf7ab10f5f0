using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Web.Marketplace;

/// <summary>Orders, their payments and their steps as people read them.</summary>
internal static class OrderLook
{
    public static string Of(OrderStatus status) => OrderTexts.Get("Status." + status);

    public static string Tone(OrderStatus status) =>
        status switch
        {
            OrderStatus.Pending => "warning",
            OrderStatus.Confirmed or OrderStatus.Processing => "info",
            OrderStatus.Shipped => "accent",
            OrderStatus.Delivered => "success",
            OrderStatus.Cancelled or OrderStatus.Returned => "neutral",
        };

    public static string Of(PaymentStatus status) => OrderTexts.Get("Payment." + status);

    public static string Tone(PaymentStatus status) =>
        status switch
        {
            PaymentStatus.Pending => "warning",
            PaymentStatus.Paid => "success",
            PaymentStatus.Failed => "danger",
            PaymentStatus.Refunded or PaymentStatus.PartiallyRefunded => "neutral",
        };

    public static string Of(PaymentMethod method) => OrderTexts.Get("Method." + method);

    public static string Of(OrderShelf shelf) => OrderTexts.Get("Shelf." + shelf);

    /// <summary>The verb on the button that moves an order there.</summary>
    public static string Act(OrderStatus to) => OrderTexts.Get("Act." + to);

    /// <summary>What is wrong with a line of the cart; null for nothing.</summary>
    public static string? Of(CartLineView line) =>
        line.Fault switch
        {
            CartFault.None => null,
            CartFault.Gone => OrderTexts.Get("LineGone"),
            CartFault.SoldOut => OrderTexts.Get("LineSoldOut"),
            CartFault.TooMany => OrderTexts.Get("LineTooMany", line.Most ?? 0),
            CartFault.TooFew => OrderTexts.Get("LineTooFew", line.Least),
        };

    /// <summary>The steps of an order, those ahead too.</summary>
    public static IReadOnlyList<OrderStep> StepsOf(OwnOrder o)
    {
        var steps = new List<OrderStep> { new("Placed", "cart", o.PlacedAt) };
        if (o.IsOwn)
            steps.Add(new("Paid", "check", o.PaidAt));
        if (o.CancelledAt is { } over && o.Status == OrderStatus.Cancelled)
            return [.. steps.Where(s => s.At is not null), new("Cancelled", "x", over)];
        if (o.ShippingMethod is not null || o.ShippedAt is not null)
            steps.Add(new("Shipped", "send", o.ShippedAt));
        steps.Add(new("Delivered", "check-circle", o.DeliveredAt));
        return steps;
    }

    /// <summary>Where a buyer has an order: with the word of a mail, in this browser, or in the portal.</summary>
    public static string PageOf(string number, bool isGuest, string? pass = null) =>
        pass is not null
            ? "/checkout/seen/" + Uri.EscapeDataString(pass)
            : (isGuest ? "/checkout/orders/" : "/portal/orders/") + Uri.EscapeDataString(number);

    public static Money Money(OwnOrder order, decimal amount) => new(amount, Currency.Of(order.Currency));
}
