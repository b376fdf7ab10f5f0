using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed record CompanyCurrencyChanged(Guid TenantId, string From, string To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_CompanyCurrency", [To]);
    public object? Before => new { Currency = From };
    public object? After => new { Currency = To };
}
