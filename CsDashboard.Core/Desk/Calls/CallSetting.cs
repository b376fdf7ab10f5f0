using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Calls;

/// <summary>A company's settings as they are kept; without a row, <see cref="CallSettings.Usual"/> holds.</summary>
public sealed class CallSetting : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Json { get; set; } = "";

    public CallSettings Read() => JsonSerializer.Deserialize<CallSettings>(Json, StoredEvent.Json)!;

    public void Set(CallSettings settings) => Json = JsonSerializer.Serialize(settings, StoredEvent.Json);
}
