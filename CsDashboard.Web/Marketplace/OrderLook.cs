using System.Globalization;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Web.Marketplace;

/// <summary>Orders, their payments and their steps as people read them.</summary>
internal static class OrderLook
{
    public static string Of(OrderStatus status) => OrderTexts.Get("Status." + status);

    /// <summary>The same of an order, which may be sent in part.</summary>
    public static string StatusOf(OwnOrder order) => order.IsPartlySent ? OrderTexts.Get("Status.PartlySent") : Of(order.Status);

    public static string Tone(OrderStatus status) =>
        status switch
        {
            OrderStatus.Pending => "warning",
            OrderStatus.Confirmed or OrderStatus.Processing => "info",
            OrderStatus.Shipped => "accent",
            OrderStatus.Delivered => "success",
            OrderStatus.Cancelled or OrderStatus.Returned => "neutral",
        };

    /// <summary>What of an order is in a parcel: "2 × Mug, Pen".</summary>
    public static string Of(OwnOrder order, ParcelView parcel) =>
        string.Join(
            ", ",
            parcel
                .Items.Select(i => (i.Quantity, Line: order.Lines.FirstOrDefault(l => l.Id == i.LineId)))
                .Where(i => i.Line is not null)
                .Select(i => i.Quantity == 1 ? i.Line!.Name : $"{i.Quantity} × {i.Line!.Name}")
        );

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
        var several = o.Parcels.Count > 1 || o.IsPartlySent;
        steps.AddRange(
            o.Parcels.Select(p => new OrderStep(several ? "Parcel" : "Shipped", "send", p.SentAt) { Parcel = p, IsNumbered = several })
        );
        if (o.IsPartlySent)
            steps.Add(new("Rest", "send", null));
        else if (o.Parcels.Count == 0 && (o.ShippingMethod is not null || o.ShippedAt is not null))
            steps.Add(new("Shipped", "send", o.ShippedAt));
        steps.Add(new("Delivered", "check-circle", o.DeliveredAt));
        return steps;
    }

    /// <summary>The order as a ticket carries it, when its buyer asks about it.</summary>
    public static NewSubjectCard Card(OwnOrder order, DateTimeOffset shownAt)
    {
        var (goods, total) = (string.Join(", ", order.Lines.Select(Named)), Money(order, order.Total).ToString());
        var facts = new List<CardFact>
        {
            Fact("Card.Status", English("Status." + order.Status), Arabic("Status." + order.Status)),
            Fact("Card.Goods", goods, goods),
            Fact("Card.Total", total, total, FactForm.Figure),
            Fact("Card.Placed", HashChain.Text(order.PlacedAt), HashChain.Text(order.PlacedAt), FactForm.Time),
        };
        if (order.TrackingNumber is { } tracking)
            facts.Add(Fact("Card.Tracking", tracking, tracking, FactForm.Figure));
        return new("order", order.Number, "/portal/orders/" + Uri.EscapeDataString(order.Number), shownAt, facts);
    }

    private static CardFact Fact(string label, string value, string valueAr, FactForm form = FactForm.Text) =>
        new(English(label), Arabic(label), value, valueAr, form);

    private static string Named(OwnOrderLine line) => line.Quantity == 1 ? line.Name : $"{line.Quantity} × {line.Name}";

    private static string English(string key) => OrderTexts.In(new CultureInfo("en"), key);

    private static string Arabic(string key) => OrderTexts.In(new CultureInfo("ar"), key);

    /// <summary>Where a buyer has an order: with the word of a mail, in this browser, or in the portal.</summary>
    public static string PageOf(string number, bool isGuest, string? pass = null) =>
        pass is not null
            ? "/checkout/seen/" + Uri.EscapeDataString(pass)
            : (isGuest ? "/checkout/orders/" : "/portal/orders/") + Uri.EscapeDataString(number);

    public static Money Money(OwnOrder order, decimal amount) => new(amount, Currency.Of(order.Currency));
}
