using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>What is money spent: cancelled and returned orders are not (rules.md 004).</summary>
public static class CountedOrders
{
    public static bool Counts(this OrderStatus status) => status is not (OrderStatus.Cancelled or OrderStatus.Returned);

    internal static IQueryable<Order> Counted(this IQueryable<Order> orders) => orders.Where(o => o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Returned);
}
