namespace CsDashboard.Search.Faceting;

/// <summary>Its number in a column is within bounds, both included; an open one is none.</summary>
public sealed record RangeFilter(string Group, string Column, long? From, long? To) : FacetFilter(Group);
