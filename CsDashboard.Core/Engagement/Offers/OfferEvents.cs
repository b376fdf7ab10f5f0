using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer was made, or changed (with what was before).</summary>
public sealed record OfferChanged(Guid OfferId, string Coupon, OfferFacts? From, OfferFacts To) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => (From is null ? "Event_OfferMade" : "Event_OfferChanged", [Coupon]);
    public object? Before => From;
    public object? After => To;
}

public sealed record OfferApplied(Guid OfferId, Guid UseId, Guid CustomerId, string Coupon) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferApplied", [Coupon]);
    public object? After => new { Coupon };
    public Guid? ForCustomer => CustomerId;
}

public sealed record OfferUsed(Guid OfferId, Guid UseId, Guid CustomerId, string Coupon, string OrderNumber, decimal Savings) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferUsed", [Coupon, OrderNumber]);
    public object? After =>
        new
        {
            Coupon,
            OrderNumber,
            Savings,
        };
    public Guid? ForCustomer => CustomerId;
}

/// <summary>The order it was used on was cancelled or came back: it is there again.</summary>
public sealed record OfferGivenBack(Guid OfferId, Guid UseId, Guid CustomerId, string Coupon, string OrderNumber, decimal Savings) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferGivenBack", [Coupon, OrderNumber]);
    public object? Before => new { OrderNumber, Savings };
    public object? After => new { Savings = 0 };
    public Guid? ForCustomer => CustomerId;
}
