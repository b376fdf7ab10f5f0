using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Privacy;

/// <summary>The erasing of one customer: what was decided for each kind of data, and how far it has come.</summary>
public sealed class Erasure : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The member of staff who asked for it.</summary>
    public string By { get; init; } = "";
    public string FateText { get; init; } = "{}";

    /// <summary>Rows written so far, of about this many.</summary>
    public int Done { get; set; }
    public int Total { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    internal IReadOnlyDictionary<string, ErasureAction> Fates =>
        JsonSerializer.Deserialize<Dictionary<string, ErasureAction>>(FateText, StoredEvent.Json)!;
}
