using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Marketplace.Payments;

/// <summary>Cards, and the wallets that hold them, on a page of Stripe: no number of a card ever comes here.</summary>
internal sealed class StripePayments : IPaymentProvider
{
    public const string Name = "stripe";

    public string Word => Name;
    public IReadOnlyList<PaymentMethod> Methods { get; } =
    [PaymentMethod.CreditCard, PaymentMethod.DebitCard, PaymentMethod.ApplePay, PaymentMethod.GooglePay];
    public bool AsksAtOnce => true;

    public bool IsUsed(ShopTerms terms) => terms.TakesStripe;

    public TimeSpan Holds(ShopTerms terms) => TimeSpan.FromMinutes(terms.CardMinutes);
}
