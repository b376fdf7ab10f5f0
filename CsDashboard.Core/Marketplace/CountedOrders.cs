using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Orders that count as money spent: cancelled and returned ones do not (contract: crm, Statistics).</summary>
public static class CountedOrders
{
    public static bool Counts(this OrderStatus status) => status is not (OrderStatus.Cancelled or OrderStatus.Returned);

    internal static IQueryable<Order> Counted(this IQueryable<Order> orders) =>
        orders.Where(o => o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Returned);
}
