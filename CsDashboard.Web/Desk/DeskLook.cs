using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Desk;

/// <summary>
/// How the desk labels tickets, and how both sides colour them. Colour is never the only sign: every tone comes with its word.
/// </summary>
public static class DeskLook
{
    /// <summary>An SLA this close to its deadline is shown as a warning.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    public static string Of(TicketStatus status) => DeskTexts.Get("Status." + status);

    public static string Of(TicketPriority priority) => DeskTexts.Get("Priority." + priority);

    public static string Of(TicketCategory category) => DeskTexts.Get("Category." + category);

    public static string Of(TicketType type) => DeskTexts.Get("Type." + type);

    /// <summary>The word in its colour, for a row of the inbox: one fragment shared by all rows of all pages.</summary>
    public static MarkupString Marked(TicketStatus status) =>
        SharedMarkup.Of(status, () => Marked("inbox-status", Tone(status), Of(status)));

    public static MarkupString Marked(TicketPriority priority) =>
        SharedMarkup.Of(priority, () => Marked("inbox-priority", Tone(priority), Of(priority)));

    /// <summary>The dot before a status, as markup.</summary>
    public static string Dot(TicketStatus status) => $"<span class=\"status-dot tone-{Tone(status)}\"></span>";

    private static string Marked(string css, string tone, string word) =>
        $"<span class=\"{css} tone-{tone}\">{SharedMarkup.Encoded(word)}</span>";

    /// <summary>The name of the value that a word of the address means; the word itself when it means none.</summary>
    public static string Name<T>(string word)
        where T : struct, Enum => Word.TryRead<T>(word)?.ToString() ?? word;

    public static string Tone(TicketStatus status) => status.Facts.Tone;

    public static string Tone(TicketPriority priority) =>
        priority switch
        {
            TicketPriority.Urgent => "danger",
            TicketPriority.High => "warning",
            TicketPriority.Medium or TicketPriority.Low => "neutral",
        };

    public static string Tone(TicketCategory category) => category == TicketCategory.Bug ? "warning" : "neutral";

    public static string Tone(TicketType type) => type == TicketType.Complaint ? "danger" : "neutral";

    public static string Tone(CallStatus status) =>
        status switch
        {
            CallStatus.Requested => "warning",
            CallStatus.Scheduled => "accent",
            CallStatus.Completed => "success",
            CallStatus.Rejected => "danger",
            CallStatus.Cancelled => "neutral",
        };

    /// <summary>The next SLA of a row; null when none is running.</summary>
    public static (string Text, string Tone)? Sla(TicketRow row, DateTimeOffset now)
    {
        if (!row.IsOpen)
            return null;
        if (row.NextDueAt >= Ticket.Never)
            return (DeskTexts.Get("Sla.Paused"), "neutral");
        var left = row.NextDueAt - now;
        return left < TimeSpan.Zero
            ? (DeskTexts.Get("Sla.Overdue", Coarse(left)), "danger")
            : (DeskTexts.Get("Sla.Due", Coarse(left)), left < Soon ? "warning" : "neutral");
    }

    /// <summary>The same for a badge, counted from now, since the view was read a while ago.</summary>
    public static (string Text, string Tone) Sla(SlaView view, DateTimeOffset now) =>
        view.State switch
        {
            SlaState.Met => (DeskTexts.Get("Sla.Met"), "success"),
            SlaState.Missed => (DeskTexts.Get("Sla.Missed", Coarse(view.Span)), "danger"),
            SlaState.Paused => (DeskTexts.Get("Sla.Paused"), "neutral"),
            SlaState.Due or SlaState.Overdue when view.DueAt < now => (DeskTexts.Get("Sla.Overdue", Coarse(now - view.DueAt)), "danger"),
            SlaState.Due or SlaState.Overdue => (
                DeskTexts.Get("Sla.Due", Coarse(view.DueAt - now)),
                view.DueAt - now < Soon ? "warning" : "neutral"
            ),
        };

    /// <summary>In its largest unit.</summary>
    public static string Coarse(TimeSpan span)
    {
        span = span.Duration();
        return Show.Duration(
            span.TotalDays >= 1 ? TimeSpan.FromDays(Math.Floor(span.TotalDays))
            : span.TotalHours >= 1 ? TimeSpan.FromHours(Math.Floor(span.TotalHours))
            : TimeSpan.FromMinutes(Math.Max(1, Math.Floor(span.TotalMinutes)))
        );
    }

    /// <summary>Working time in hours and minutes, never in days: a day of work has fewer hours than a day.</summary>
    public static string Hours(TimeSpan span) =>
        span.TotalHours < 1
            ? Show.Duration(span)
            : string.Join(
                    ' ',
                    new[]
                    {
                        KitTexts.Get("Length.hour", (long)span.TotalHours),
                        span.Minutes > 0 ? KitTexts.Get("Length.minute", span.Minutes) : "",
                    }
                )
                .Trim();

    /// <summary>A count that stopped at its cap.</summary>
    public static string Count(int count) => count >= InboxCounts.Cap ? Show.Number(InboxCounts.Cap - 1) + "+" : Show.Number(count);
}
