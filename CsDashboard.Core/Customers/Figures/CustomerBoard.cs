using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>The company's customers in figures, and where they come from.</summary>
public sealed record CustomerBoard(
    CustomerAnalytics All,
    IReadOnlyDictionary<string, int> ByTier,
    IReadOnlyList<NewInMonth> Growth,
    IReadOnlyList<ValueBand> Values,
    IReadOnlyList<QuietBand> Quiet,
    IReadOnlyList<TopCustomer> Top
)
{
    /// <summary>The currency of all these amounts.</summary>
    public Currency Currency { get; init; } = Currency.Usual;

    /// <summary>The months of the year before those of Growth.</summary>
    public IReadOnlyList<NewInMonth> GrowthBefore { get; init; } = [];
}
