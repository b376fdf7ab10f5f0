using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.Complaints;

/// <summary>The words of the CRM.</summary>
internal static class ComplaintWords
{
    private static readonly IReadOnlyList<string> Statuses = TicketStatuses.Words(s => s.CrmWord);

    public static string Of(TicketStatus status) => status.Facts.CrmWord;

    public static string Of(TicketPriority priority) => priority == TicketPriority.Urgent ? "Critical" : priority.ToString();

    // Two of the CRM's five categories have a counterpart among those of a ticket.
    public static string Of(TicketCategory category) =>
        category switch
        {
            TicketCategory.Bug => "Product Quality",
            TicketCategory.Support => "Customer Service",
            TicketCategory.Feature => "Other",
        };

    /// <summary>A status as the CRM writes it; null for none. Invalid for another word.</summary>
    public static string? Read(string? word)
    {
        static string Plain(string text) =>
            text.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(word))
            return null;
        var asked = Plain(word);
        return asked == "reopened"
            ? "Open"
            : Statuses.FirstOrDefault(s => Plain(s) == asked)
                ?? throw Refusal.Invalid("status", Words.Of("Word_Unknown", string.Join(", ", Statuses)));
    }

    public static IReadOnlyList<TicketStatus> Behind(string? word) => word is null ? [] : TicketStatuses.Those(s => s.CrmWord == word);
}
