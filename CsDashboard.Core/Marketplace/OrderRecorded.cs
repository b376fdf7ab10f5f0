using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>A new order, or a new state of one, then with the previous state.</summary>
public sealed record OrderRecorded(Guid OrderId, Guid CustomerId, string Number, OrderFacts? From, OrderFacts To) : IEvent
{
    public Subject About => new("order", OrderId);
    public (string, object?[]) Sentence =>
        From is null ? ("Event_OrderPlaced", [Number])
        : From.Status == To.Status && From.Refunded != To.Refunded
            ? ("Event_OrderRefunded", [Number, new Money(To.Refunded - From.Refunded, Currency.Of(To.Currency))])
        : From.Status == To.Status && From.Payment != To.Payment && To.Payment is { } payment
            ? ("Event_OrderPayment", [Number, new SaidWord("PaymentStatus_" + payment)])
        : From.Status != To.Status || From.Value == To.Value ? ("Event_OrderChanged", [Number, new SaidWord("OrderStatus_" + To.Status)])
        : To.Value is { } value ? ("Event_OrderReckoned", [Number, new Money(value, Currency.Of(To.CountsIn!))])
        : ("Event_OrderApart", [Number]);
    public object? Before => From;
    public object? After => To;
    public Guid? ForCustomer => CustomerId;
}
