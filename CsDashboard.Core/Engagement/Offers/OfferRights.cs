using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Offers;

public static class OfferRights
{
    public static readonly Right See = new("offers.see", Role.Agent, Role.Admin, Role.Service);

    /// <summary>For a customer who asks staff to.</summary>
    public static readonly Right Apply = new("offers.apply", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Change = new("offers.change", Role.Admin);
}
