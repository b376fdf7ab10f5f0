namespace CsDashboard.Foundation;

/// <summary>Which part of a list is wanted, and in which order.</summary>
public sealed record ListPlace
{
    /// <summary>Rows of a page.</summary>
    public const int Usual = 50;

    /// <summary>A word of the list's own; none is its usual order, another is Invalid.</summary>
    public string? Sort { get; init; }

    /// <summary>From the last to the first.</summary>
    public bool Down { get; init; }

    /// <summary>How many rows stand before the part.</summary>
    public int Skip { get; init; }

    /// <summary>1 to 100.</summary>
    public int Take { get; init; } = Usual;
}
