using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Offers;

internal static class OffersRoom
{
    public static IServiceCollection AddOffers(this IServiceCollection services) =>
        services
            .AddSingleton<Offers>()
            .AddSingleton<IFigures, OfferFigures>()
            .AddSingleton<OfferLists>()
            .AddSingleton<Marketplace.Checkout.IDiscountOrders, OffersAtCheckout>()
            .AddSingleton<PersonalData, OffersOfCustomers>()
            .AddHandler<OffersOnOrders>();
}
