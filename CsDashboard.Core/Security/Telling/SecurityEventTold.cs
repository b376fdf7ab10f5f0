using CsDashboard.Foundation.Events;

namespace CsDashboard.Security.Telling;

/// <summary>A program or a colleague told of something about somebody.</summary>
public sealed record SecurityEventTold(Guid EventId, Guid? Customer, string Told, Severity Severity, string Who) : IEvent
{
    public Subject About => new("security_event", EventId);
    public (string, object?[]) Sentence => ("Event_SecurityTold", [Told, Who]);
    public object? After => new { Kind = Told, Severity };
    public Guid? ForCustomer => Customer;
}
