namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// Contract C11. Open covers whatever is being worked on; a ticket is done when it is Resolved or Closed. All that a status means stands in
/// its row of <see cref="StatusFacts"/>, without which it does not compile; its texts are Status.X and MyStatus.X of the desk's.
/// </summary>
public enum TicketStatus
{
    New,
    Open,
    InProgress,
    Pending,
    Resolved,
    Closed,
}
