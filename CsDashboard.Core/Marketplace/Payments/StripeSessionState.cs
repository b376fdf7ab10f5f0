namespace CsDashboard.Marketplace.Payments;

public enum StripeSessionState
{
    Open,
    Paid,

    /// <summary>Nobody paid on it in time.</summary>
    Expired,

    /// <summary>Stripe could not make it, or told of another amount than it was made for.</summary>
    Wrong,
}
