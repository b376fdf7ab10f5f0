using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>One tag of a ticket, for the list of that tag; the database itself keeps it (<see cref="TicketCounting"/>).</summary>
public sealed class TicketTag : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Tag { get; private init; } = "";
    public Guid TicketId { get; private init; }

    /// <summary>The ticket's, so that the list is read in its order.</summary>
    public DateTimeOffset LastMessageAt { get; private init; }
}
