namespace CsDashboard.Analytics.Behaviour;

/// <summary>Of one person: their visits, the pages they looked at longest, and what they did, by kind.</summary>
public sealed record PersonBehaviour
{
    public required int Visits { get; init; }
    public required double MeanSeconds { get; init; }
    public required int Pages { get; init; }
    public required int Interactions { get; init; }
    public required IReadOnlyList<(string Page, int Views, double MeanSeconds)> TopPages { get; init; }
    public required IReadOnlyList<(string Kind, int Count)> Done { get; init; }
    public required IReadOnlyList<(string Kind, int Count)> Market { get; init; }
}
