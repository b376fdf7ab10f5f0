using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

/// <summary>Why an offer can't be taken now.</summary>
public enum OfferWhy
{
    None,
    NotYet,
    Over,
    Exhausted,
    Used,
    Audience,
    Off,
}
