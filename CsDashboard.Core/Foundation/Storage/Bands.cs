using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// How many rows lie between bounds: below the first, from each to the next, from the last on. One query, whatever their number; what is
/// null lies below all.
/// <code>
/// var spent = await Bands.Count(customers, c => c.TotalOrderValue, [100, 1_000]);   // below 100, up to 1,000, more
/// </code>
/// </summary>
internal static class Bands
{
    /// <param name="bounds">From the lowest to the highest.</param>
    public static async Task<IReadOnlyList<int>> Count<T, TKey>(
        IQueryable<T> rows,
        Expression<Func<T, TKey>> key,
        IReadOnlyList<TKey> bounds
    )
        where T : class
    {
        Expression band = Expression.Constant(0);
        for (var i = 0; i < bounds.Count; i++)
        {
            // A parameter of the query, so that another time is not another query.
            var at = bounds[i];
            Expression<Func<TKey>> bound = () => at;
            band = Expression.Condition(Expression.GreaterThanOrEqual(key.Body, bound.Body), Expression.Constant(i + 1), band);
        }
        var counted = await rows.GroupBy(Expression.Lambda<Func<T, int>>(band, key.Parameters))
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        return [.. Enumerable.Range(0, bounds.Count + 1).Select(i => counted.GetValueOrDefault(i))];
    }
}
