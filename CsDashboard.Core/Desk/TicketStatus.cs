namespace CsDashboard.Desk;

/// <summary>
/// Rule C11. Open covers whatever is being worked on; a ticket is done when it is Resolved or Closed. All that a status means stands in its row
/// of <see cref="StatusFacts"/>, without which it does not compile; its texts are Status.X and MyStatus.X of the desk's.
/// </summary>
public enum TicketStatus { New, Open, InProgress, Pending, Resolved, Closed }

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
    /// <summary>The word of rules.md 003, which knows no in_progress.</summary>
    public required string Word003 { get; init; }
    /// <summary>The word of rules.md 002, which knows neither new nor pending.</summary>
    public required string Word002 { get; init; }
    /// <summary>The word of rules.md 004. Reopened is Open: a ticket does not say that it was closed before.</summary>
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

public static class TicketStatuses
{
    /// <summary>Those that somebody still has to do something about; for queries too.</summary>
    public static readonly IReadOnlyList<TicketStatus> Open = Those(facts => facts.IsOpen);

    /// <summary>Of the open ones those in which nobody but the company is waited for.</summary>
    public static readonly IReadOnlyList<TicketStatus> WithUs = Those(facts => facts is { IsOpen: true, StopsClock: false });

    extension(TicketStatus status)
    {
        public StatusFacts Facts => StatusFacts.Of(status);
        public bool IsOpen => StatusFacts.Of(status).IsOpen;
    }

    /// <summary>Those of which this holds, in their order.</summary>
    public static IReadOnlyList<TicketStatus> Those(Func<StatusFacts, bool> which) => [.. Enum.GetValues<TicketStatus>().Where(s => which(StatusFacts.Of(s)))];

    /// <summary>The words of another system for all of them, each once.</summary>
    public static IReadOnlyList<string> Words(Func<StatusFacts, string> word) => [.. Enum.GetValues<TicketStatus>().Select(s => word(StatusFacts.Of(s))).Distinct()];
}
