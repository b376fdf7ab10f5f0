using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

/// <summary>Why an offer is not to be had now.</summary>
public enum OfferWhy { None, NotYet, Over, Exhausted, Used, Audience, Off }
