using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>A customer's orders in figures; the value and the mean are without cancelled and returned ones (rules.md 004).</summary>
public sealed record OrderSummary(int Total, decimal Value, decimal Mean, DateTimeOffset? LastAt, IReadOnlyDictionary<string, int> ByWord, IReadOnlyList<OrderMonth> Months)
{
    /// <summary>Of value, mean and months: the company's.</summary>
    public Currency Currency { get; init; } = Currency.Usual;
    /// <summary>What is in no figure, since no rate is there for it: a sum for each currency.</summary>
    public IReadOnlyList<Money> Apart { get; init; } = [];
}
