using CsDashboard.Analytics;
using CsDashboard.Analytics.Behaviour;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using CsDashboard.Marketplace.Advice;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Deliveries;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Marketplace.Payments;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Marketplace.Wishes;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace;

internal static class MarketplaceRoom
{
    public static IServiceCollection AddMarketplace(this IServiceCollection services) =>
        services
            .AddSingleton<IFigures, SalesFigures>()
            .AddSingleton<Orders>()
            .AddSingleton<ShelfReads>()
            .AddSingleton<Products>()
            .AddSingleton<ProductPictures>()
            .AddSingleton<Categories>()
            .AddSingleton<ProductImports>()
            .AddSingleton<ProductExports>()
            .AddHostedService<ImportWork<ProductImports>>()
            .AddSingleton<Stockroom>()
            .AddSingleton<ShoppingCarts>()
            .AddSingleton<Checkouts>()
            .AddSingleton<ShopSettings>()
            .AddSingleton<IPaymentProvider, OfflinePayments>()
            .AddSingleton<IPaymentProvider, StripePayments>()
            .AddSingleton<IPaymentProvider, TestPayments>()
            .AddStripe()
            .AddSingleton<OrderPayments>()
            .AddSingleton<OwnOrders>()
            .AddSingleton<TicketGoods>()
            .AddSingleton<OrderPasses>()
            .AddSingleton<Spending>()
            .AddSingleton<Currencies>()
            .AddSingleton<OutsideOrders>()
            .AddSingleton<ICustomerOrders>(rooms =>
                rooms.GetRequiredService<OutsideOrders>() is { IsUsed: true } outside ? outside : rooms.GetRequiredService<Orders>()
            )
            .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<Orders>())
            .AddSingleton<IHoldCustomer>(rooms => rooms.GetRequiredService<OutsideOrders>())
            .AddSingleton<ICountForCustomers>(rooms => rooms.GetRequiredService<Orders>())
            .AddSingleton<PersonalData, OrdersOfCustomers>()
            .AddSingleton<PersonalData, Payments.PaymentsOfCustomers>()
            .AddSingleton<PersonalData, Checkout.DraftsOfCheckout>()
            .AddReviews()
            .AddWishes()
            .AddPrices()
            .AddAdvice()
            .AddFinding()
            .AddReturns()
            .AddDeliveries()
            .AddSingleton<PersonalData, CartsOfCustomers>()
            .AddHandler<OrderWatch>()
            .AddSingleton<IKnowOrders, OrdersKnown>()
            .AddHandler<OrdersKnown>()
            .AddHandler<OrderNotices>()
            .AddHandler<StockNotices>();
}
