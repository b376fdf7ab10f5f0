using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Merging;

/// <summary>How many of a kind go over.</summary>
public sealed record MergeCount(string Kind, int Count);
