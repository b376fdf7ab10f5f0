using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Market's words (contract: market, Orders); the CRM's are a view of them (contract C20).</summary>
public enum OrderStatus
{
    Pending,
    Confirmed,
    Processing,
    Shipped,
    Delivered,
    Cancelled,
    Returned,
}
