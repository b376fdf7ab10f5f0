namespace CsDashboard.Desk.Ticketing;

public static class TicketStatuses
{
    /// <summary>Those that somebody still has to do something about; for queries too.</summary>
    public static readonly IReadOnlyList<TicketStatus> Open = Those(facts => facts.IsOpen);

    extension(TicketStatus status)
    {
        public StatusFacts Facts => StatusFacts.Of(status);
        public bool IsOpen => StatusFacts.Of(status).IsOpen;
    }

    /// <summary>Those of which this holds, in their order.</summary>
    public static IReadOnlyList<TicketStatus> Those(Func<StatusFacts, bool> which) =>
        [.. Enum.GetValues<TicketStatus>().Where(s => which(StatusFacts.Of(s)))];

    /// <summary>The words of another system for all of them, each once.</summary>
    public static IReadOnlyList<string> Words(Func<StatusFacts, string> word) =>
        [.. Enum.GetValues<TicketStatus>().Select(s => word(StatusFacts.Of(s))).Distinct()];
}
