using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// How many tickets of a company are in one status with one assignee, live chats aside. The database itself keeps it
/// (<see cref="TicketCounting"/>): the figure is part of the transaction that changes the ticket, by whatever door.
/// </summary>
public sealed class TicketCount : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Nobody is <see cref="Guid.Empty"/>.</summary>
    public Guid AssigneeId { get; private init; }
    public TicketStatus Status { get; private init; }

    /// <summary>On PostgreSQL writers that run at once count in rows of their own; the count is the sum.</summary>
    public int Shard { get; private init; }
    public int Count { get; private init; }
}
