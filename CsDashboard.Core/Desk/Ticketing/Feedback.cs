using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>How satisfied a customer was with a finished ticket; one for each ticket.</summary>
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
