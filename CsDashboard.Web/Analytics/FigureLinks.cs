using System.Globalization;
using CsDashboard.Analytics;

namespace CsDashboard.Web.Analytics;

/// <summary>Where the rows lie that a figure counted. A figure that is not here leads nowhere.</summary>
internal static class FigureLinks
{
    private static readonly Dictionary<string, Func<FigurePeriod, string>> Known = new(StringComparer.Ordinal)
    {
        ["tickets_open"] = _ => "/desk?status=unresolved",
        ["tickets_opened"] = period =>
            string.Create(CultureInfo.InvariantCulture, $"/desk?since={period.From.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}&sort=created"),
        ["tickets_late"] = _ => "/desk?list=overdue",
        ["waiting_longest"] = _ => "/desk?sort=waiting",
        ["calls_pending"] = _ => "/desk/calls",
        ["calls_asked"] = _ => "/desk/calls?status=all",
        ["calls_completed"] = _ => "/desk/calls?status=all",
        ["chats_active"] = _ => "/desk/chat",
        ["chats_waiting"] = _ => "/desk/chat",
        ["signals_published"] = _ => "/admin/signals?tab=published",
        ["signals_drafts"] = _ => "/admin/signals",
        ["signals_result"] = _ => "/admin/signals?tab=record",
        ["bots_on"] = _ => "/admin/bots",
        ["bots_proposed"] = _ => "/admin/signals",
        ["bots_failed"] = _ => "/admin/bots",
        ["audit_faults"] = _ => "/admin/audit",
        ["sign_ins"] = period => Entries("LOGIN", period),
        ["sign_ins_failed"] = period => Entries("LOGIN_FAILED", period),
        ["lock_outs"] = period => Entries("ACCOUNT_LOCKED", period),
    };

    /// <summary>The names of the figures that lead somewhere.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    public static string? Of(string figure, FigurePeriod period) => Known.TryGetValue(figure, out var link) ? link(period) : null;

    private static string Entries(string action, FigurePeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"/admin/audit?action={action}&from={period.FromDay:yyyy-MM-dd}");
}
