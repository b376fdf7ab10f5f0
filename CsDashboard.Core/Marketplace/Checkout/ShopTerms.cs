using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>How a company sells: a row for each company that has set anything.</summary>
public sealed class ShopTerms : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Prices have the tax in them.</summary>
    public bool IsTaxIncluded { get; set; }

    /// <summary>How long goods are kept for who pays on the spot, and for who pays later.</summary>
    public int CardMinutes { get; set; } = 30;
    public int OfflineHours { get; set; } = 72;

    /// <summary>Bank transfer, crypto and cash: staff say when it is paid.</summary>
    public bool TakesOffline { get; set; } = true;

    /// <summary>Cards, by the company's account at Stripe (<see cref="Payments.StripeAccounts"/>).</summary>
    public bool TakesStripe { get; set; }

    /// <summary>Payments that nobody pays; for trying the shop out.</summary>
    public bool TakesTest { get; set; }

    /// <summary>How to pay later: what the order's page says to who has to.</summary>
    public string? HowToPayEn { get; set; }
    public string? HowToPayAr { get; set; }

    public string? HowToPay(string language) => language == "ar" ? HowToPayAr ?? HowToPayEn : HowToPayEn ?? HowToPayAr;
}
