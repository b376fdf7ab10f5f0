namespace CsDashboard.Marketplace.Wishes;

public sealed class ComparisonInput
{
    [Text(Comparison.MaxName)]
    public string? Name { get; set; }
    public IReadOnlyList<int>? Products { get; set; }
}
