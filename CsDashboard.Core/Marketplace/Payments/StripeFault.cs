namespace CsDashboard.Marketplace.Payments;

/// <summary>Stripe did not do what it was asked; trying again may help, or it can't.</summary>
internal sealed class StripeFault(string message, bool isPassing) : Exception(message)
{
    public bool IsPassing { get; } = isPassing;
}
