using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>
/// A customer's orders in figures; the value and the mean are without cancelled and returned ones (contract: crm, Statistics).
/// </summary>
public sealed record OrderSummary(
    int Total,
    decimal Value,
    decimal Mean,
    DateTimeOffset? LastAt,
    IReadOnlyDictionary<string, int> ByWord,
    IReadOnlyList<OrderMonth> Months
)
{
    /// <summary>Of value, mean and months: the company's.</summary>
    public Currency Currency { get; init; } = Currency.Usual;

    /// <summary>Amounts that are in no figure, since there is no rate for them: a sum for each currency.</summary>
    public IReadOnlyList<Money> Apart { get; init; } = [];
}
