using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

/// <summary>What a merge would do. Both have accounts: it must be confirmed that the other account then opens this record.</summary>
public sealed record MergePreview(
    CustomerView Winner,
    CustomerView Loser,
    IReadOnlyList<MergeFieldView> Fields,
    IReadOnlyList<MergeCount> Moves,
    bool BothHaveAccounts
);
