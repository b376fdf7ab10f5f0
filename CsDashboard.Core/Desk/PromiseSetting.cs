using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

/// <summary>A company's promise as it is kept; without a row, <see cref="ServicePromise.Usual"/> holds.</summary>
public sealed class PromiseSetting : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Json { get; set; } = "";

    public ServicePromise Read() => JsonSerializer.Deserialize<ServicePromise>(Json, StoredEvent.Json)!;
    public void Set(ServicePromise promise) => Json = JsonSerializer.Serialize(promise, StoredEvent.Json);
}
