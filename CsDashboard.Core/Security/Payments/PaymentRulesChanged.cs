using CsDashboard.Foundation.Events;

namespace CsDashboard.Security.Payments;

/// <summary>Payments are judged by other rules from now on; each is told in a line.</summary>
public sealed record PaymentRulesChanged(Guid TenantId, IReadOnlyList<string> Was, IReadOnlyList<string> Is) : IEvent
{
    public Subject About => new("payment_rules", TenantId);
    public (string, object?[]) Sentence => ("Event_PaymentRulesChanged", []);
    public object? Before => new { Rules = Was };
    public object? After => new { Rules = Is };
}
