namespace CsDashboard.Search.Faceting;

/// <summary>One of a part, in a search.</summary>
internal readonly record struct FacetPlace(FacetSearch Search, int At);
