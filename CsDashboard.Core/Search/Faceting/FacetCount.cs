namespace CsDashboard.Search.Faceting;

/// <summary>So many have a value.</summary>
public readonly record struct FacetCount(string Value, int Count);
