using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Desk;

/// <summary>What was done to tickets, as a toast says it: "#1042 resolved", "6 tickets assigned to Sara".</summary>
public static class TicketActs
{
    /// <param name="tickets">Which: one by its number, or how many.</param>
    /// <param name="wereDone">They were resolved or closed before, so the toast says "opened again".</param>
    public static string Said(
        TicketChange change,
        string tickets,
        IReadOnlyList<Colleague> colleagues,
        bool wereDone = false,
        IReadOnlyList<string>? tagsBefore = null
    )
    {
        if (change.Status is not null)
            return OfStatus(Word.Read(change.Status, TicketStatus.Open), tickets, wereDone);
        if (change.AssigneeId is { } assignee)
            return assignee.Length == 0
                ? DeskTexts.Get("Act.Unassigned", tickets)
                : DeskTexts.Get("Act.Assigned", tickets, colleagues.FirstOrDefault(c => c.Id.ToString() == assignee)?.Name ?? "—");
        if (change.Priority is not null)
            return Changed(tickets, "Priority", DeskLook.Of(Word.Read(change.Priority, TicketPriority.Medium)));
        if (change.Category is not null)
            return Changed(tickets, "Category", DeskLook.Of(Word.Read(change.Category, TicketCategory.Support)));
        if (change.Type is not null)
            return Changed(tickets, "Type", DeskLook.Of(Word.Read(change.Type, TicketType.Issue)));
        if (change.AddTags is { Count: > 0 } added)
            return DeskTexts.Get("Act.Tagged", tickets, string.Join(", ", added));
        if (change.Tags is { } tags && tagsBefore is not null)
        {
            if (tagsBefore.Except(tags).ToList() is { Count: > 0 } removed)
                return DeskTexts.Get("Act.Untagged", tickets, string.Join(", ", removed));
            if (tags.Except(tagsBefore).ToList() is { Count: > 0 } more)
                return DeskTexts.Get("Act.Tagged", tickets, string.Join(", ", more));
        }
        return DeskTexts.Get("Act.Changed", tickets);
    }

    public static string OfStatus(TicketStatus status, string tickets, bool wereDone = false) =>
        !status.IsOpen ? DeskTexts.Get("Act." + status, tickets)
        : wereDone ? DeskTexts.Get("Act.Reopened", tickets)
        : Changed(tickets, "Status", DeskLook.Of(status));

    /// <summary>The number of one ticket, isolated so that it stays whole in a sentence of either direction.</summary>
    public static string Named(string number) => $"\u2066{number}\u2069";

    private static string Changed(string tickets, string what, string value) =>
        DeskTexts.Get("Act.Set", tickets, DeskTexts.Get(what), value);
}
