namespace CsDashboard.Marketplace;

/// <summary>
/// The way of an order that was placed here (contract: market, Orders): pending, confirmed, processing, shipped, delivered, returned;
/// cancelled from the first three. What is not sent is delivered at once when it is confirmed.
/// </summary>
public static class OrderSteps
{
    /// <summary>What may come next.</summary>
    public static IReadOnlyList<OrderStatus> After(OrderStatus status, bool isSent) =>
        status switch
        {
            OrderStatus.Pending => [OrderStatus.Confirmed, OrderStatus.Cancelled],
            OrderStatus.Confirmed => isSent
                ? [OrderStatus.Processing, OrderStatus.Cancelled]
                : [OrderStatus.Processing, OrderStatus.Delivered, OrderStatus.Cancelled],
            OrderStatus.Processing => isSent
                ? [OrderStatus.Shipped, OrderStatus.Cancelled]
                : [OrderStatus.Shipped, OrderStatus.Delivered, OrderStatus.Cancelled],
            OrderStatus.Shipped => [OrderStatus.Delivered],
            OrderStatus.Delivered => [OrderStatus.Returned],
            OrderStatus.Cancelled or OrderStatus.Returned => [],
        };

    /// <summary>Stock is still kept for it, and is given back when it is cancelled.</summary>
    public static bool IsKept(this OrderStatus status) => status is OrderStatus.Pending or OrderStatus.Confirmed or OrderStatus.Processing;
}
