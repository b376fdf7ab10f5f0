using System.Globalization;
using CsDashboard.Analytics;

namespace CsDashboard.Web.Analytics;

/// <summary>
/// Where exactly the rows lie that a figure counted, or that were measured for it; a part of a page where there is a #. A figure whose rows
/// no page shows apart from others is not here, and leads nowhere.
/// </summary>
internal static class FigureLinks
{
    private static readonly Dictionary<string, Func<FigurePeriod, string>> Known = new(StringComparer.Ordinal)
    {
        ["tickets_open"] = _ => "/desk?status=unresolved",
        ["tickets_unassigned"] = _ => "/desk?list=unassigned",
        ["tickets_opened"] = period => "/desk?since=" + Instant(period) + "&sort=created",
        ["tickets_late"] = _ => "/desk?list=overdue",
        ["waiting_longest"] = _ => "/desk?sort=waiting",
        ["calls_pending"] = _ => "/desk/calls",
        ["chats_waiting"] = _ => "/desk/chat#chats-waiting",
        ["signals_drafts"] = _ => "/admin/signals",
        ["customers_all"] = _ => "/desk/customers",
        ["alerts_open"] = _ => "/admin/security?state=open",
        ["reports_open"] = _ => "/admin/security?kind=reports&state=open",
        ["sign_ins"] = period => Entries("LOGIN", period),
        ["sign_ins_failed"] = period => Entries("LOGIN_FAILED", period),
        ["lock_outs"] = period => Entries("ACCOUNT_LOCKED", period),
        ["mails_failed"] = period => Health(period) + "#mails-failed",
        ["health_off"] = period => Health(period) + "#off-target",
        ["mine_open"] = _ => "/desk?list=mine",
        ["mine_waiting"] = _ => "/desk?list=mine&sort=waiting",
    };

    /// <summary>The names of the figures that lead somewhere.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static string? Of(string figure, FigurePeriod period) => Known.TryGetValue(figure, out var link) ? link(period) : null;

    private static string Entries(string action, FigurePeriod period) => $"/admin/audit?action={action}&from={Instant(period)}";

    private static string Health(FigurePeriod period) => string.Create(CultureInfo.InvariantCulture, $"/admin/system?days={period.Days}");

    // Days of the company's zone need not be days of the reader's.
    private static string Instant(FigurePeriod period) =>
        period.From.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
