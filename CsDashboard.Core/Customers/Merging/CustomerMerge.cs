using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

/// <summary>That a record took another one over, with all that is needed to give it back.</summary>
public sealed class CustomerMerge : ITenantOwned
{
    /// <summary>How long a merge can be undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid WinnerId { get; init; }
    public Guid LoserId { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";

    /// <summary>What went over, by kind: the ids.</summary>
    public string MovedText { get; init; } = "{}";

    /// <summary>What the records said before and after, for the fields.</summary>
    public string StateText { get; set; } = "{}";
    public DateTimeOffset? UndoneAt { get; set; }
    public string? UndoneBy { get; set; }

    internal IReadOnlyDictionary<string, Guid[]> Moved =>
        JsonSerializer.Deserialize<Dictionary<string, Guid[]>>(MovedText, StoredEvent.Json)!;
    internal MergeMemory Memory => JsonSerializer.Deserialize<MergeMemory>(StateText, StoredEvent.Json)!;
}
