using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace;

public static class MarketRights
{
    public static readonly Right See = new("marketplace.see", Role.Agent, Role.Admin, Role.Service);

    /// <summary>The company's currency and its rates.</summary>
    public static readonly Right Configure = new("marketplace.configure", Role.Admin);

    /// <summary>Shops report orders with the service key.</summary>
    public static readonly Right Record = new("marketplace.record", Role.Service);

    /// <summary>Orders, returns, and what customers write about products.</summary>
    public static readonly Right Sell = new("marketplace.sell", Role.Agent, Role.Admin, Role.Service);

    /// <summary>The catalogue, prices, stock, and how the shop sells.</summary>
    public static readonly Right Manage = new("marketplace.manage", Role.Admin);
}
