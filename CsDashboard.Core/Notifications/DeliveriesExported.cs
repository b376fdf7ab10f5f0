using CsDashboard.Foundation.Events;

namespace CsDashboard.Notifications;

/// <summary>What was sent, and to whom, was exported to a file; Filter says which, * means all.</summary>
public sealed record DeliveriesExported(Guid TenantId, string Filter, int Rows) : IEvent
{
    public Subject About => new("tenant", TenantId);
    string IEvent.Action => "EXPORT";
    public (string, object?[]) Sentence => ("Event_DeliveriesExported", [Rows]);
    public object? After => new { Filter, Rows };
}
