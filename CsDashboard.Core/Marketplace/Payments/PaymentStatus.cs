namespace CsDashboard.Marketplace.Payments;

/// <summary>How far an order is paid; it follows from the entries of its payments (contract: market, Orders).</summary>
public enum PaymentStatus
{
    Pending,
    Paid,
    Failed,
    Refunded,
    PartiallyRefunded,
}
