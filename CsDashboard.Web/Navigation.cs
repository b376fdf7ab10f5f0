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
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Notifications;
using CsDashboard.Web.Portal;
using CsDashboard.Web.Security;
using CsDashboard.Web.Shell;
using CsDashboard.Web.Signals;
using CsDashboard.Web.Vault;
using static CsDashboard.Web.Shell.NavItem;

namespace CsDashboard.Web;

/// <summary>The whole menu. A page that is not there has no line in it; address and rights are said by the page.</summary>
public static class Navigation
{
    private const string Administration = "Nav.Admin";

    public static readonly IReadOnlyList<NavItem> All =
    [
        To<MyHomePage, PortalTexts>("Nav.Home", "home", "g h"),
        To<MyTicketsPage, PortalTexts>("Nav.Tickets", "ticket", "g t"),
        To<MyChatPage, PortalTexts>("Nav.Chat", "message", "g l"),
        To<MySignalsPage, SignalTexts>("Nav.Signals", "signal", "g s"),
        To<ShopPage, ShopTexts>("Nav.Shop", "cart", "g o") with
        {
            Policy = Policies.Customer,
        },
        To<MyRewardsPage, LoyaltyTexts>("Nav.Rewards", "gift", "g r"),
        To<MyCallsPage, PortalTexts>("Nav.MyCalls", "phone", "g c"),
        To<MyOrdersPage, OrderTexts>("Nav.Orders", "cart", "g d"),
        To<MySpendingPage, MarketTexts>("Nav.Spending", "chart", "g b"),
        To<MyProfilePage, CustomerTexts>("Nav.Profile", "settings", "g p"),
        To<HelpPage, KnowledgeTexts>("Nav.Help", "help", "g k") with
        {
            Policy = Policies.Customer,
        },
        To<InboxPage, DeskTexts>("Nav.Inbox", "inbox", "g i"),
        To<ChatPage, DeskTexts>("Nav.Chat", "message", "g j"),
        To<CustomersPage, CustomerTexts>("Nav.Customers", "user", "g m"),
        To<CallsPage, DeskTexts>("Nav.Calls", "phone", "g c"),
        To<ReturnsPage, ReturnTexts>("Nav.Returns", "undo", "g z"),
        To<QuestionsPage, ReviewTexts>("Nav.Questions", "help", "g q"),
        To<ReviewsPage, ReviewTexts>("Nav.Reviews", "star", "g x"),
        To<OrdersPage, OrderTexts>("Nav.Orders", "cart", "g o"),
        To<HelpPage, KnowledgeTexts>("Nav.Knowledge", "book", "g k") with
        {
            Policy = Policies.Staff,
        },
        To<MyFiguresPage, FigureTexts>("Nav.Mine", "chart", "g n"),
        // Admins find it under Engagement.
        To<ReferralsPage, ReferralTexts>("Nav.Referrals", "gift", "g e") with
        {
            NotFor = Policies.Admin,
        },
        To<SignalsPage, SignalTexts>("Nav.Signals", "signal", "g l") with
        {
            Group = Administration,
        },
        To<BotsPage, BotTexts>("Nav.Bots", "robot", "g b") with
        {
            Group = Administration,
        },
        To<EngagementPage, LoyaltyTexts>("Nav.Engagement", "gift", "g e") with
        {
            Group = Administration,
        },
        To<ProductsPage, ShopTexts>("Nav.ShopAdmin", "cart", "g p") with
        {
            Group = Administration,
        },
        To<KnowledgePage, KnowledgeTexts>("Nav.Articles", "book", "g w") with
        {
            Group = Administration,
        },
        To<MediaPage, ImageTexts>("Nav.Media", "image", "g g") with
        {
            Group = Administration,
        },
        To<VaultPage, VaultTexts>("Nav.Vault", "vault", "g v") with
        {
            Group = Administration,
        },
        To<FiguresPage, FigureTexts>("Nav.Figures", "chart", "g f") with
        {
            Group = Administration,
        },
        To<HealthPage, FigureTexts>("Nav.Health", "pulse", "g h") with
        {
            Group = Administration,
        },
        To<CustomerFiguresPage, CustomerTexts>("Nav.CustomerFigures", "star", "g d") with
        {
            Group = Administration,
        },
        To<AuditPage, AuditTexts>("Nav.Audit", "shield", "g a") with
        {
            Group = Administration,
        },
        To<SecurityPage, SecurityTexts>("Nav.Security", "lock", "g y") with
        {
            Group = Administration,
        },
        To<SentPage, NotificationTexts>("Nav.Sent", "mail", "g t") with
        {
            Group = Administration,
        },
        To<RetentionPage, AuditTexts>("Nav.Retention", "clock", "g r") with
        {
            Group = Administration,
        },
        To<UsersPage, AccountTexts>("Nav.Users", "users", "g u") with
        {
            Group = Administration,
        },
        To<SettingsPage, DeskTexts>("Nav.Settings", "settings", "g s") with
        {
            Group = Administration,
        },
    ];
}
