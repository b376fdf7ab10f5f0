using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

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

    internal IReadOnlyDictionary<string, Guid[]> Moved => JsonSerializer.Deserialize<Dictionary<string, Guid[]>>(MovedText, StoredEvent.Json)!;
    internal MergeMemory Memory => JsonSerializer.Deserialize<MergeMemory>(StateText, StoredEvent.Json)!;
}

internal sealed record MergeMemory(CustomerState Winner, CustomerState Loser, CustomerState Merged, SourcedFigures WinnerFigures, SourcedFigures LoserFigures, SourcedFigures MergedFigures);

/// <summary>A field of two records; Differs says that somebody has to choose, TakesLoser what is chosen unless they do.</summary>
public sealed record MergeFieldView(string Name, string? Winner, string? Loser, bool Differs, bool TakesLoser);

/// <summary>How many of a kind go over.</summary>
public sealed record MergeCount(string Kind, int Count);

/// <summary>What a merge would do. Both have accounts: it must be confirmed that the other account then opens this record.</summary>
public sealed record MergePreview(CustomerView Winner, CustomerView Loser, IReadOnlyList<MergeFieldView> Fields, IReadOnlyList<MergeCount> Moves, bool BothHaveAccounts);

public sealed record MergeView
{
    public required Guid Id { get; init; }
    public required Guid WinnerId { get; init; }
    public required Guid LoserId { get; init; }
    public required long LoserNumber { get; init; }
    public required string LoserUniqueId { get; init; }
    public required string LoserName { get; init; }
    public required string LoserEmail { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required IReadOnlyList<MergeCount> Moved { get; init; }
    public required DateTimeOffset UndoableUntil { get; init; }
}

public sealed class MergeInput
{
    /// <summary>The other record, by any of its names.</summary>
    [Text(100)] public string? With { get; set; }
    /// <summary>Names of fields whose value is taken from the other record; without it, those that are empty here.</summary>
    public IReadOnlyList<string>? Take { get; set; }
    /// <summary>Both have accounts, and the other one shall open this record from now on.</summary>
    public bool BothAccounts { get; set; }
}
