using CsDashboard.Web.Accounts;
using CsDashboard.Web.Analytics;
using CsDashboard.Web.Audit;
using CsDashboard.Web.Bots;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Engagement;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Images;
using CsDashboard.Web.Knowledge;
using CsDashboard.Web.Live;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Notifications;
using CsDashboard.Web.Portal;
using CsDashboard.Web.Security;
using CsDashboard.Web.Server;
using CsDashboard.Web.Signals;
using CsDashboard.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web;

public static class ApiExtensions
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<Health>();
        services.AddSingleton<Shoppers>();
        services.AddDocs();
    }

    /// <summary>Every room's endpoints, a line each.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = Groups(app);
        api.MapAuth();
        api.MapRegister();
        api.MapEnhancedCustomers();
        api.MapCustomers();
        api.MapMerges();
        api.MapPrivacy();
        api.MapServices();
        api.MapNotices();
        app.MapUnsubscribe();
        MapMarket(api);
        app.MapSearch(api);
        api.MapEventStream();
        api.MapPortal();
        api.MapTickets();
        api.MapTicketFiles();
        api.MapSupport();
        api.MapChat();
        api.MapFaq();
        api.MapSignals();
        app.MapSignalCharts();
        app.MapAlerts();
        app.MapStripe();
        api.MapBots();
        api.MapVault();
        api.MapUdf();
        api.MapAudit();
        api.MapLoyalty();
        api.MapMarketLoyalty();
        api.MapRewards();
        api.MapSegments();
        api.MapReferrals();
        api.MapOffers();
        app.MapReferralLinks();
        api.MapSecurity();
        api.MapImages();
        app.MapPictures();
        app.MapDownloads();
        app.MapApp();
        app.MapPasskeys();
        app.MapDeskApp();
        app.MapArticlePictures();
        app.MapCustomerFiles();
        app.MapShopFiles();
        app.MapUserFiles();
        app.MapCaseFiles();
        app.MapSentFiles();
        app.MapSegmentFiles();
    }

    private static void MapMarket(Api api)
    {
        api.MapCustomerAnalytics();
        api.MapBehaviour();
        api.MapRates();
        api.MapReviews();
        api.MapWishes();
        api.MapReturns();
        api.MapCart();
        api.MapMarketOrders();
        api.MapCalculators();
        api.MapProducts();
        api.MapInventory();
    }

    private static Api Groups(WebApplication app)
    {
        RouteGroupBuilder Group() => app.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(Api.MaxBody)).NoteBinding();
        return new Api(
            Group().AllowAnonymous(),
            Group().RequireAuthorization(Policies.SignedIn),
            Group().RequireAuthorization(Policies.Customer),
            Group().RequireAuthorization(Policies.Staff),
            Group().RequireAuthorization(Policies.Admin),
            Group().RequireAuthorization(Policies.Service)
        );
    }
}
