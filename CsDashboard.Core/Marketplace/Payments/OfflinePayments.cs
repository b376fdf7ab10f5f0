using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Marketplace.Payments;

/// <summary>Bank transfer, crypto and cash: the customer pays elsewhere, and staff say when it came.</summary>
internal sealed class OfflinePayments : IPaymentProvider
{
    public const string Name = "offline";

    public string Word => Name;
    public IReadOnlyList<PaymentMethod> Methods { get; } = [PaymentMethod.BankTransfer, PaymentMethod.Crypto, PaymentMethod.Cash];
    public bool AsksAtOnce => false;

    public bool IsUsed(ShopTerms terms) => terms.TakesOffline;

    public TimeSpan Holds(ShopTerms terms) => TimeSpan.FromHours(terms.OfflineHours);
}
