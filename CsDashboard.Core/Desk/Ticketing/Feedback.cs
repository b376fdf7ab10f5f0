using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>How content a customer was with a ticket that is done; one for each ticket.</summary>
public sealed class Feedback : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid TicketId { get; init; }
    public Guid CustomerId { get; init; }
    public int Rating { get; init; }
    public string? Comment { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
