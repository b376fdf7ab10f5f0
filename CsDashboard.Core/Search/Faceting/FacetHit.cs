namespace CsDashboard.Search.Faceting;

/// <summary>One that was found, and what it is worth: hundredths of a field's weight, the mean over the words asked for.</summary>
public readonly record struct FacetHit(Guid Id, int Score, bool IsPinned = false);
