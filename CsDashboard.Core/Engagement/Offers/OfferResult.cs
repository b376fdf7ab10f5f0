namespace CsDashboard.Engagement.Offers;

/// <summary>An offer with what came of it: on how many orders it was used, and what it saved on them.</summary>
public sealed record OfferResult(OfferView Offer, int Used, decimal Given);
