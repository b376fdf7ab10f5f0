namespace CsDashboard.Marketplace.Payments;

/// <summary>How a customer wants to pay (contract: market, Marketplace; cash is ours).</summary>
public enum PaymentMethod
{
    CreditCard,
    DebitCard,
    Paypal,
    ApplePay,
    GooglePay,
    BankTransfer,
    Crypto,
    Cash,
}
