using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer for one customer: how often it was taken, and why it can't be taken now.</summary>
public sealed record OfferForCustomer(OfferView Offer, int Applied, OfferWhy Why)
{
    public bool IsOpen => Why == OfferWhy.None;
}
