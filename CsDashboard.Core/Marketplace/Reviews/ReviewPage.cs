namespace CsDashboard.Marketplace.Reviews;

/// <summary>What people say of a product: some of the reviews, how many there are, and how many of each number of stars.</summary>
public sealed record ReviewPage(IReadOnlyList<Review> Reviews, int Total, IReadOnlyList<int> ByStars)
{
    /// <summary>To one decimal; 0 without any.</summary>
    public decimal Mean =>
        Total == 0 ? 0 : decimal.Round((decimal)ByStars.Select((count, i) => count * (i + 1)).Sum() / Total, 1, Money.Rule);
}
