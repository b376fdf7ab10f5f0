namespace CsDashboard.Analytics.Behaviour;

/// <summary>
/// Of everybody. Days are those of UTC, the newest first; revenue is of what is proven and told, in the company's currency.
/// </summary>
public sealed record PlatformBehaviour
{
    public required int Visits { get; init; }
    public required int People { get; init; }
    public required double MeanSeconds { get; init; }
    public required int Pages { get; init; }
    public required int Interactions { get; init; }
    public required IReadOnlyList<(DateOnly Day, int People)> Days { get; init; }
    public required IReadOnlyList<(string Page, int Views)> TopPages { get; init; }
    public required IReadOnlyList<(string Kind, int Count)> Market { get; init; }
    public required int Conversions { get; init; }
    public required decimal Revenue { get; init; }

    /// <summary>What strangers claimed, which is in none of the sums.</summary>
    public required int Claimed { get; init; }
}
