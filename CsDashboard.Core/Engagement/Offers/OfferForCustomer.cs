using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer as a customer stands to it: taken how often, and why it is not to be had now.</summary>
public sealed record OfferForCustomer(OfferView Offer, int Applied, OfferWhy Why)
{
    public bool IsOpen => Why == OfferWhy.None;
}
