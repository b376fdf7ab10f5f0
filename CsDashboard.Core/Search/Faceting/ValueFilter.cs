namespace CsDashboard.Search.Faceting;

/// <summary>Has one of the values of a group.</summary>
public sealed record ValueFilter(string Group, IReadOnlyCollection<string> AnyOf) : FacetFilter(Group)
{
    /// <summary>The group of the values, where the filter belongs to none that is counted without it.</summary>
    public string? Values { get; init; }
}
