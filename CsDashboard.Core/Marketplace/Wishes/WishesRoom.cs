using CsDashboard.Customers.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Wishes;

internal static class WishesRoom
{
    public static IServiceCollection AddWishes(this IServiceCollection services) =>
        services.AddSingleton<Wishlists>().AddSingleton<ProductVisits>().AddSingleton<PersonalData, WishesOfCustomers>();
}
