using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

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

    internal IReadOnlyDictionary<string, Fate> Fates => JsonSerializer.Deserialize<Dictionary<string, Fate>>(FateText, StoredEvent.Json)!;
}

/// <summary>One kind of data: how many rows there are, what may become of them, the usual first, and why.</summary>
public sealed record ErasureLine(string Kind, int Count, IReadOnlyList<Fate> Fates, string Why);

public sealed record ErasureView(Guid Id, DateTimeOffset At, string By, int Done, int Total, DateTimeOffset? FinishedAt);

/// <summary>What would be done. Held says what is unfinished, for which it is refused; Latest is the erasing that runs or was.</summary>
public sealed record ErasurePlan(CustomerView Customer, IReadOnlyList<ErasureLine> Lines, string? Held, DateTimeOffset? ErasedAt, ErasureView? Latest);

public sealed class ErasureInput
{
    /// <summary>The customer's number or unique id, typed by hand.</summary>
    [Text(40)] public string? Confirm { get; set; }
    /// <summary>Kind and what becomes of it, where it is not the usual: anonymise, erase, keep.</summary>
    public IReadOnlyDictionary<string, string>? Fates { get; set; }
}

/// <summary>Somebody is to be erased; told by number, since the name is what goes.</summary>
public sealed record ErasureBegun(Guid CustomerId, long Number, IReadOnlyDictionary<string, Fate> Fates) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_ErasureBegun", [Number]);
    string IEvent.Action => "ERASURE_BEGUN";
}

public sealed record CustomerErased(Guid CustomerId, long Number, int Rows, IReadOnlyDictionary<string, Fate> Fates) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerErased", [Number, Rows]);
    string IEvent.Action => "CUSTOMER_ERASED";
}
