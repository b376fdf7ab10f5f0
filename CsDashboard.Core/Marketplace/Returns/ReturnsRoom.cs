using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Returns;

internal static class ReturnsRoom
{
    public static IServiceCollection AddReturns(this IServiceCollection services) =>
        services
            .AddSingleton<GoodsReturns>()
            .AddSingleton<ReturnPhotos>()
            .AddSingleton<PersonalData, ReturnPhotosOfCustomers>()
            .AddSingleton<PersonalData, ReturnsOfCustomers>()
            .AddHandler<ReturnNotices>();
}
