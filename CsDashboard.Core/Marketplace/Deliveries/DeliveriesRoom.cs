using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Deliveries;

internal static class DeliveriesRoom
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) =>
        services
            .AddSingleton<Accesses>()
            .AddSingleton<ServiceTickets>()
            .AddSingleton<LicenceKeys>()
            .AddSingleton<ProductFiles>()
            .AddSingleton<DigitalGoods>()
            .AddSingleton(new FileHolder((db, cancellation) => db.ProductFiles.SumAsync(f => f.Size, cancellation)))
            .AddSingleton<PersonalData, AccessOfCustomers>()
            .AddSingleton<PersonalData, ParcelsOfCustomers>()
            .AddSingleton<PersonalData, KeysOfCustomers>()
            .AddSingleton<PersonalData, DownloadsOfCustomers>()
            .AddHandler<DeliveriesOnOrders>()
            .AddHandler<AccessNotices>()
            .AddHandler<ParcelNotices>()
            .AddHandler<DigitalNotices>();
}
