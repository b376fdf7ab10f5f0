using CsDashboard.Foundation.Events;

namespace CsDashboard.Security;

/// <summary>Whether payments are judged, and whether there is a new secret; never the secret itself.</summary>
public sealed record SecurityTermsChanged(Guid TenantId, bool Was, bool Is, bool IsRenewed) : IEvent
{
    public Subject About => new("security_settings", TenantId);
    public (string, object?[]) Sentence => (IsRenewed ? "Event_SecretRenewed" : "Event_SecurityTermsChanged", []);
    public object? Before => Was == Is ? null : new { JudgesPayments = Was };
    public object? After => Was == Is ? null : new { JudgesPayments = Is };
}
