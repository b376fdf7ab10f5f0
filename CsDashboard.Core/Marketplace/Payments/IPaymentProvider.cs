using CsDashboard.Marketplace.Checkout;

namespace CsDashboard.Marketplace.Payments;

/// <summary>A way in which money comes: what it takes, whether the company uses it, and how long goods wait for it.</summary>
public interface IPaymentProvider
{
    /// <summary>Its word in the book of payments.</summary>
    string Word { get; }
    IReadOnlyList<PaymentMethod> Methods { get; }

    /// <summary>The customer pays right after ordering, on a page of its own.</summary>
    bool AsksAtOnce { get; }

    bool IsUsed(ShopTerms terms);

    TimeSpan Holds(ShopTerms terms);
}
