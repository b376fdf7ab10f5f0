using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// What a customer bought altogether. The score is five for each purchase, a hundred at most (contract: membership, Analytics).
/// </summary>
/// <param name="Spent">In the company's currency.</param>
/// <param name="Mean">Of the orders whose worth is known.</param>
public sealed record SpendingTotals(int Purchases, Money Spent, Money Mean, DateTimeOffset? Last, int Score, string? Favourite)
{
    /// <summary>Spending that is in no figure, since there is no rate for it: a sum for each currency.</summary>
    public IReadOnlyList<Money> Apart { get; init; } = [];
}
