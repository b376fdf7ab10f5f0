namespace CsDashboard.Marketplace;

/// <summary>Its goods come back.</summary>
public sealed partial class Order
{
    /// <summary>A return is under way, or none is any more.</summary>
    internal void Returning(bool isUnderWay, DateTimeOffset now) =>
        (IsReturnOpen, UpdatedAt) = (isUnderWay, IsReturnOpen == isUnderWay ? UpdatedAt : now);

    /// <summary>Everything of it came back.</summary>
    internal void ComeBack(DateTimeOffset now)
    {
        if (Status == OrderStatus.Delivered)
            Move(OrderStatus.Returned, now);
    }
}
