using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>
/// Who takes something off orders that are placed here; the room of offers, which stands on this one. An order's discount is decided
/// before it is placed, and its event says so.
/// </summary>
public interface IDiscountOrders
{
    /// <summary>The one that saves the customer most; null for none. Amounts are in the company's currency.</summary>
    Task<OrderDiscount?> Best(AppDb db, Guid customerId, DiscountedGoods goods);

    /// <summary>Inside the write of an order: it has the discount now, and no other will.</summary>
    Task Use(AppDb db, OrderDiscount discount, string orderNumber);
}
