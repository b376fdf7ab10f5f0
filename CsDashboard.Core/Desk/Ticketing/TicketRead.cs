using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>How far a user has read a ticket.</summary>
public sealed class TicketRead : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }
    public Guid TicketId { get; init; }
    public DateTimeOffset SeenAt { get; set; }
}
