namespace CsDashboard.Desk.Ticketing;

/// <summary>What the conditions of a list are asked with; of a <see cref="TicketShape"/> only those that it names are used.</summary>
internal sealed record TicketValues
{
    public required Guid Me { get; init; }
    public required Guid Tenant { get; init; }
    public required int Take { get; init; }
    public Guid Own { get; init; }
    public DateTimeOffset Now { get; init; }
    public TicketPriority Priority { get; init; }
    public TicketCategory Category { get; init; }
    public TicketType Type { get; init; }
    public DateTimeOffset Since { get; init; }
    public Guid Customer { get; init; }

    /// <summary>Between commas, as <see cref="Ticket.TagText"/> holds it.</summary>
    public string Tag { get; init; } = "";
    public Guid[] Ids { get; init; } = [];

    /// <summary>The place of the last row of the page before.</summary>
    public DateTimeOffset At { get; init; }
    public Guid Id { get; init; }
}
