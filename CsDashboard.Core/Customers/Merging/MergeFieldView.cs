using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

/// <summary>A field of two records; Differs says that somebody has to choose, TakesLoser what happens unless they do.</summary>
public sealed record MergeFieldView(string Name, string? Winner, string? Loser, bool Differs, bool TakesLoser);
