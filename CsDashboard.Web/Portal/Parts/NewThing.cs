using System.Globalization;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Notifications;

namespace CsDashboard.Web.Portal.Parts;

/// <summary>Something new to a customer: a ticket with its answer, or what a notification told.</summary>
public sealed record NewThing(string Key, string Href, string Title, string Said, DateTimeOffset At, bool IsNew, TicketStatus? Status)
{
    private const int Shown = 8;

    /// <summary>
    /// A line for each thing, newest first. What an answer says already, a notification of the same ticket need not; and of several about
    /// one thing the last speaks.
    /// </summary>
    public static IReadOnlyList<NewThing> Of(IEnumerable<TicketRow> answered, IEnumerable<InboxRow> told) =>
        [
            .. answered
                .Take(Shown)
                .Select(Of)
                .Concat(told.Select(Of))
                .DistinctBy(one => one.Href.Split('#')[0])
                .OrderByDescending(one => one.At)
                .Take(Shown),
        ];

    private static NewThing Of(TicketRow row) =>
        new(
            row.Short.ToString(CultureInfo.InvariantCulture),
            $"/portal/tickets/{row.Id}",
            row.Subject,
            $"{row.ShortNumber} · {PortalTexts.Get(row.AwaitsStaff ? "Tickets.YouWrote" : "Tickets.WeWrote")}",
            row.LastMessageAt,
            true,
            row.Status
        );

    private static NewThing Of(InboxRow row) =>
        new(row.Id.ToString("N"), row.Link ?? "/portal/notifications", row.Title, row.Content, row.CreatedAt, !row.IsRead, null);
}
