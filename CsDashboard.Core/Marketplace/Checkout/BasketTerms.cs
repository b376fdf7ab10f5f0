namespace CsDashboard.Marketplace.Checkout;

/// <summary>Where it goes, and how, as far as that is known.</summary>
internal sealed record BasketTerms(PostalAddress? ShipTo, PostalAddress? BillTo, string? Way, bool MayChoose);
