namespace CsDashboard.Search.Faceting;

/// <summary>How a word was found.</summary>
public enum FacetWay
{
    Exact,
    Prefix,
    Synonym,
    Corrected,
}
