namespace CsDashboard.Search.Faceting;

/// <summary>Why one is found: the word asked for, the word and field in which it was found, in which way, and what that is worth.</summary>
public sealed record FacetMatch(string Asked, string Found, string Field, FacetWay Way, int Score);
