namespace CsDashboard.Marketplace.Payments;

/// <summary>How a customer wants to pay (contract: market, Orders; cash is ours).</summary>
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
