using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>A company's SLA as it is kept; without a row, <see cref="CsDashboard.Desk.Sla.SlaPolicy.Usual"/> holds.</summary>
public sealed class SlaSetting : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Json { get; set; } = "";

    public SlaPolicy Read() => JsonSerializer.Deserialize<SlaPolicy>(Json, StoredEvent.Json)!;

    public void Set(SlaPolicy policy) => Json = JsonSerializer.Serialize(policy, StoredEvent.Json);
}
