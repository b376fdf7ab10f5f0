namespace CsDashboard.Marketplace;

/// <summary>What somebody wants to see of the queue.</summary>
public sealed record OrderQueue
{
    public const int Size = 25;

    public OrderShelf Shelf { get; init; }

    /// <summary>A number of an order, or the buyer's e-mail.</summary>
    public string? Sought { get; init; }
    public int Page { get; init; } = 1;

    internal IQueryable<Order> Of(IQueryable<Order> orders) =>
        Shelf switch
        {
            OrderShelf.All => orders,
            OrderShelf.ToPay => orders.Where(o => o.Status == OrderStatus.Pending),
            OrderShelf.ToSend => orders.Where(o => o.Status == OrderStatus.Confirmed || o.Status == OrderStatus.Processing),
            OrderShelf.Shipped => orders.Where(o => o.Status == OrderStatus.Shipped),
            OrderShelf.ToRefund => orders.Where(o => o.Status == OrderStatus.Cancelled && o.Paid > o.Refunded),
            OrderShelf.Done => orders.Where(o => o.Status == OrderStatus.Delivered || o.Status == OrderStatus.Returned),
            OrderShelf.Cancelled => orders.Where(o => o.Status == OrderStatus.Cancelled),
        };
}
