using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What a status means, wherever it is asked.</summary>
public sealed record StatusFacts
{
    /// <summary>Somebody still has to do something.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The SLA clock does not run.</summary>
    public bool StopsClock { get; init; }

    /// <summary>The customer's next word makes the ticket Open.</summary>
    public bool ReopensOnReply { get; init; }

    /// <summary>
    /// The customer reads of it in the ticket's history, as MyMoment.X; of others only when it opens a ticket that was done.
    /// </summary>
    public bool IsNews { get; init; }

    /// <summary>How the customer is told of it: a key of <see cref="Words"/>, with its title beside it.</summary>
    public required string Notice { get; init; }

    /// <summary>The word of the portal, which knows no in_progress.</summary>
    public required string PortalWord { get; init; }

    /// <summary>The word of the membership system, which knows neither new nor pending.</summary>
    public required string MembershipWord { get; init; }

    /// <summary>The word of the CRM. Reopened is Open: a ticket does not say that it was closed before.</summary>
    public required string CrmWord { get; init; }

    /// <summary>The colour that goes with its word, and an icon for those that ask for something or are done.</summary>
    public required string Tone { get; init; }
    public string? Icon { get; init; }

    private static readonly StatusFacts[] All = [.. Enum.GetValues<TicketStatus>().Select(Make)];

    internal static StatusFacts Of(TicketStatus status) => All[(int)status];

    private static StatusFacts Make(TicketStatus status) =>
        status switch
        {
            TicketStatus.New => new()
            {
                IsOpen = true,
                Notice = "Notice_Status_Open",
                PortalWord = "new",
                MembershipWord = "open",
                CrmWord = "Open",
                Tone = "info",
            },
            TicketStatus.Open => new()
            {
                IsOpen = true,
                Notice = "Notice_Status_Open",
                PortalWord = "open",
                MembershipWord = "open",
                CrmWord = "Open",
                Tone = "info",
            },
            TicketStatus.InProgress => new()
            {
                IsOpen = true,
                Notice = "Notice_Status_Open",
                PortalWord = "open",
                MembershipWord = "in-progress",
                CrmWord = "In Progress",
                Tone = "accent",
            },
            TicketStatus.Pending => new()
            {
                IsOpen = true,
                StopsClock = true,
                ReopensOnReply = true,
                IsNews = true,
                Notice = "Notice_Status_Pending",
                PortalWord = "pending",
                MembershipWord = "open",
                CrmWord = "In Progress",
                Tone = "warning",
                Icon = "reply",
            },
            TicketStatus.Resolved => new()
            {
                IsOpen = false,
                ReopensOnReply = true,
                IsNews = true,
                Notice = "Notice_Status_Resolved",
                PortalWord = "resolved",
                MembershipWord = "resolved",
                CrmWord = "Resolved",
                Tone = "success",
                Icon = "check",
            },
            TicketStatus.Closed => new()
            {
                IsOpen = false,
                ReopensOnReply = true,
                IsNews = true,
                Notice = "Notice_Status_Closed",
                PortalWord = "closed",
                MembershipWord = "closed",
                CrmWord = "Closed",
                Tone = "neutral",
            },
        };
}
