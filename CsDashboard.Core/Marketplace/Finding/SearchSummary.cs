namespace CsDashboard.Marketplace.Finding;

/// <summary>How much was looked for in the shop, by day (UTC), and by what it was narrowed most.</summary>
public sealed record SearchSummary(int Total, IReadOnlyList<SearchTrend> Days)
{
    public IReadOnlyList<SearchedWords> Categories { get; init; } = [];
    public IReadOnlyList<SearchedWords> Brands { get; init; } = [];
}
