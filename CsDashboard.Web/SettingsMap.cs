using CsDashboard.Web.Accounts;
using CsDashboard.Web.Audit;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Notifications;
using CsDashboard.Web.Security;
using CsDashboard.Web.Signals;
using static CsDashboard.Web.SettingsPlace;

namespace CsDashboard.Web;

/// <summary>What can be set, by page and section, as the palette finds it. A section that is not here fails a test.</summary>
public static class SettingsMap
{
    public static readonly IReadOnlyList<SettingsPlace> All =
    [
        In<SettingsPage, DeskTexts>("/admin/settings", "Settings.Sla"),
        In<SettingsPage, DeskTexts>("/admin/settings", "Sla.Targets"),
        In<SettingsPage, DeskTexts>("/admin/settings", "Hours.Title"),
        In<SettingsPage, DeskTexts>("/admin/settings", "Holidays.Title"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=canned", "Settings.Canned"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=chat", "Settings.Chat"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=chat", "ChatSettings.Hours"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=currency", "Settings.Currency"),
        In<SettingsPage, MarketTexts>("/admin/settings?tab=currency", "Currency.Title"),
        In<SettingsPage, MarketTexts>("/admin/settings?tab=currency", "Rates.Title"),
        In<SettingsPage, MarketTexts>("/admin/settings?tab=currency", "Rates.History"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=company", "Settings.Company"),
        In<SettingsPage, AccountTexts>("/admin/settings?tab=company", "Logo.Title"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=calls", "Settings.Calls"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=calls", "CallSettings.Title"),
        In<SettingsPage, DeskTexts>("/admin/settings?tab=calls", "CallSettings.Takers"),
        In<SignalsPage, SignalTexts>("/admin/signals?tab=alerts", "Alerts.Title"),
        In<SignalsPage, SignalTexts>("/admin/signals?tab=access", "Access.Title"),
        In<ShippingPage, ShopTexts>("/admin/shop/shipping", "Ways"),
        In<TaxPage, ShopTexts>("/admin/shop/tax", "Taxes"),
        In<PaymentsPage, ShopTexts>("/admin/shop/payments", "Payments"),
        In<ShopSettingsPage, ShopTexts>("/admin/shop/settings", "Seller"),
        In<ShopSettingsPage, ShopTexts>("/admin/shop/settings", "ReviewsBy"),
        In<GuardPage, SecurityTexts>("/admin/security/service", "Rules"),
        In<SecurityPage, SecurityTexts>("/admin/security#roles", "Roles.Title") with
        {
            Policy = Policies.Admin,
        },
        In<RetentionPage, AuditTexts>("/admin/retention", "Retention.Title"),
        In<AccountPage, AccountTexts>("/account", "Account.Part.account"),
        In<AccountPage, AccountTexts>("/account", "Face.Title"),
        In<AccountPage, AccountTexts>("/account", "Account.Region") with
        {
            Policy = Policies.Customer,
        },
        In<AccountPage, AccountTexts>("/account", "Account.Language"),
        In<AccountPage, AccountTexts>("/account", "Account.Digits"),
        In<AccountPage, AccountTexts>("/account", "Account.TimeZone"),
        In<AccountPage, AccountTexts>("/account", "Account.Theme"),
        In<AccountPage, AccountTexts>("/account/security", "Account.Part.security"),
        In<AccountPage, AccountTexts>("/account/security#password", "Account.Password"),
        In<AccountPage, AccountTexts>("/account/security#second-factor", "Factor.Title"),
        In<AccountPage, AccountTexts>("/account/security#passkeys", "Passkeys.Title"),
        In<AccountPage, AccountTexts>("/account/security#sessions", "Sessions.Title"),
        In<AccountPage, NotificationTexts>("/account/notifications", "Prefs.Title"),
        In<AccountPage, AccountTexts>("/account/data", "Account.Part.data") with
        {
            Policy = Policies.Customer,
        },
        In<AccountPage, AccountTexts>("/account/data", "Data.Title") with
        {
            Policy = Policies.Customer,
        },
    ];
}
