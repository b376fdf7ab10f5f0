using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What a status means, wherever it is asked.</summary>
public sealed record StatusFacts
{
    /// <summary>Somebody still has to do something.</summary>
    public required bool IsOpen { get; init; }
    /// <summary>The time of the promise does not run.</summary>
    public bool StopsClock { get; init; }
    /// <summary>The customer's next word makes the ticket Open.</summary>
    public bool ReopensOnReply { get; init; }
    /// <summary>The customer reads of it in the ticket's history, as MyMoment.X; of others only when it opens a ticket that was done.</summary>
    public bool IsNews { get; init; }
    /// <summary>How the customer is told of it: a key of <see cref="Words"/>, with its title beside it.</summary>
    public required string Notice { get; init; }
    /// <summary>The word of the portal, which knows no in_progress.</summary>
    public required string Word003 { get; init; }
    /// <summary>The word of the membership system, which knows neither new nor pending.</summary>
    public required string Word002 { get; init; }
    /// <summary>The word of the CRM. Reopened is Open: a ticket does not say that it was closed before.</summary>
    public required string Word004 { get; init; }
    /// <summary>The colour that goes with its word, and an icon for those that ask for something or are done.</summary>
    public required string Tone { get; init; }
    public string? Icon { get; init; }

    private static readonly StatusFacts[] All = [.. Enum.GetValues<TicketStatus>().Select(Make)];

    internal static StatusFacts Of(TicketStatus status) => All[(int)status];

    private static StatusFacts Make(TicketStatus status) => status switch
    {
        TicketStatus.New => new() { IsOpen = true, Notice = "Notice_Status_Open", Word003 = "new", Word002 = "open", Word004 = "Open", Tone = "info" },
        TicketStatus.Open => new() { IsOpen = true, Notice = "Notice_Status_Open", Word003 = "open", Word002 = "open", Word004 = "Open", Tone = "info" },
        TicketStatus.InProgress => new() { IsOpen = true, Notice = "Notice_Status_Open", Word003 = "open", Word002 = "in-progress", Word004 = "In Progress", Tone = "accent" },
        TicketStatus.Pending => new()
        {
            IsOpen = true, StopsClock = true, ReopensOnReply = true, IsNews = true, Notice = "Notice_Status_Pending", Word003 = "pending", Word002 = "open", Word004 = "In Progress", Tone = "warning", Icon = "reply",
        },
        TicketStatus.Resolved => new()
        {
            IsOpen = false, ReopensOnReply = true, IsNews = true, Notice = "Notice_Status_Resolved", Word003 = "resolved", Word002 = "resolved", Word004 = "Resolved", Tone = "success", Icon = "check",
        },
        TicketStatus.Closed => new() { IsOpen = false, ReopensOnReply = true, IsNews = true, Notice = "Notice_Status_Closed", Word003 = "closed", Word002 = "closed", Word004 = "Closed", Tone = "neutral" },
    };
}
