using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement;

/// <summary>An offer was made, or changed (with what was before).</summary>
public sealed record OfferChanged(Guid OfferId, string Code, OfferFacts? From, OfferFacts To) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => (From is null ? "Event_OfferMade" : "Event_OfferChanged", [Code]);
    public object? Before => From;
    public object? After => To;
}

public sealed record OfferApplied(Guid OfferId, Guid UseId, Guid CustomerId, string Code) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferApplied", [Code]);
    public object? After => new { Code };
    public Guid? ForCustomer => CustomerId;
}

public sealed record OfferUsed(Guid OfferId, Guid UseId, Guid CustomerId, string Code, string OrderNumber, decimal Savings) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferUsed", [Code, OrderNumber]);
    public object? After => new { Code, OrderNumber, Savings };
    public Guid? ForCustomer => CustomerId;
}

/// <summary>The order it was used on was cancelled or came back: it is there again.</summary>
public sealed record OfferGivenBack(Guid OfferId, Guid UseId, Guid CustomerId, string Code, string OrderNumber, decimal Savings) : IEvent
{
    public Subject About => new("offer", OfferId);
    public (string, object?[]) Sentence => ("Event_OfferGivenBack", [Code, OrderNumber]);
    public object? Before => new { OrderNumber, Savings };
    public object? After => new { Savings = 0 };
    public Guid? ForCustomer => CustomerId;
}
