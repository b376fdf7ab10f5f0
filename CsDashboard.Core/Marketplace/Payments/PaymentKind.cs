namespace CsDashboard.Marketplace.Payments;

/// <summary>What an entry of the payments says.</summary>
public enum PaymentKind
{
    Authorised,
    Captured,
    Refunded,
    Failed,
}
