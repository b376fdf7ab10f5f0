using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Marketplace.Payments;

/// <summary>Cards and wallets that nobody charges: the customer says on a page of ours whether it works. For trying the shop out.</summary>
internal sealed class TestPayments : IPaymentProvider
{
    public const string Name = "test";

    public string Word => Name;
    public IReadOnlyList<PaymentMethod> Methods { get; } =
    [PaymentMethod.CreditCard, PaymentMethod.DebitCard, PaymentMethod.Paypal, PaymentMethod.ApplePay, PaymentMethod.GooglePay];
    public bool AsksAtOnce => true;

    public bool IsUsed(ShopTerms terms) => terms.TakesTest;

    public TimeSpan Holds(ShopTerms terms) => TimeSpan.FromMinutes(terms.CardMinutes);
}
