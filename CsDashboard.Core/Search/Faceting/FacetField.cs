namespace CsDashboard.Search.Faceting;

/// <summary>
/// A field of words. A thing is worth the best field that a word was found in, in hundredths; a field of another language than the
/// reader's a little less.
/// </summary>
public sealed record FacetField(string Name, int Weight, string? Language = null);
