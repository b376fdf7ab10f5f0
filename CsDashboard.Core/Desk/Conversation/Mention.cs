using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

/// <summary>Somebody was called into a ticket by @name in a note.</summary>
public sealed class Mention : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }
    public Guid TicketId { get; init; }
    public Guid MessageId { get; init; }
    public DateTimeOffset At { get; init; }
}
