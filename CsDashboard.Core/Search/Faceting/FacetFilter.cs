namespace CsDashboard.Search.Faceting;

/// <summary>
/// Narrows what is found. The counts of the group of that name leave it out, so that they say what another choice would find.
/// </summary>
public abstract record FacetFilter(string Group);
