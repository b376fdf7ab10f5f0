using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Returns;

/// <summary>A return was requested, then with nothing before, or has come further.</summary>
public sealed record ReturnChanged(
    Guid ReturnId,
    string Number,
    Guid OrderId,
    string OrderNumber,
    Guid CustomerId,
    string Currency,
    ReturnFacts? From,
    ReturnFacts To
) : IEvent
{
    /// <summary>What the team says to the customer.</summary>
    public string? Note { get; init; }
    public Subject About => new("return", ReturnId);
    public (string, object?[]) Sentence => (SentenceOf(To.Status), [Number, OrderNumber]);
    public object? Before => From;
    public object? After => To;
    public Guid? ForCustomer => CustomerId;

    /// <summary>What happened in one sentence, of the return and its order.</summary>
    internal static string SentenceOf(ReturnStatus status) =>
        status switch
        {
            ReturnStatus.Requested => "Event_ReturnRequested",
            ReturnStatus.Approved => "Event_ReturnApproved",
            ReturnStatus.Rejected => "Event_ReturnRejected",
            ReturnStatus.InTransit => "Event_ReturnInTransit",
            ReturnStatus.Received => "Event_ReturnReceived",
            ReturnStatus.Refunded => "Event_ReturnRefunded",
        };
}
