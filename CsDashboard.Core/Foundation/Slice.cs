namespace CsDashboard.Foundation;

/// <summary>A part of a list, and how many rows the whole of it has.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, int Total);
