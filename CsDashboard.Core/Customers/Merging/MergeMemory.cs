using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

internal sealed record MergeMemory(
    CustomerState Winner,
    CustomerState Loser,
    CustomerState Merged,
    SourcedFigures WinnerFigures,
    SourcedFigures LoserFigures,
    SourcedFigures MergedFigures
);
