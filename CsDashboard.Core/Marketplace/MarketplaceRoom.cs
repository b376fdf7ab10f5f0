using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace;

public static class MarketRights
{
    public static readonly Right See = new("marketplace.see", Role.Agent, Role.Admin, Role.Service);
    /// <summary>The company's currency and its rates.</summary>
    public static readonly Right Configure = new("marketplace.configure", Role.Admin);
    /// <summary>Shops tell their orders with the service key.</summary>
    public static readonly Right Record = new("marketplace.record", Role.Service);
}

internal static class MarketplaceRoom
{
    public static IServiceCollection AddMarketplace(this IServiceCollection services) => services
        .AddSingleton<Orders>()
        .AddSingleton<Spending>()
        .AddSingleton<Currencies>()
        .AddSingleton<OutsideOrders>()
        .AddSingleton<ICustomerOrders>(rooms => rooms.GetRequiredService<OutsideOrders>() is { IsUsed: true } outside ? outside : rooms.GetRequiredService<Orders>())
        .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<Orders>())
        .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<OutsideOrders>())
        .AddSingleton<ICountForCustomers>(rooms => rooms.GetRequiredService<Orders>())
        .AddSingleton<CustomerKind, OrdersOfCustomers>()
        .AddHandler<OrderWatch>();
}
