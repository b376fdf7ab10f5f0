using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

/// <summary>A message in a ticket. Never edited: what was said stays said.</summary>
public sealed class Message : ITenantOwned
{
    public const int MaxLength = 50_000;

    private Message() { }

    internal Message(Guid ticketId, Actor author, MessageKind kind, MessageDirection direction, string body, string? key)
    {
        (TicketId, AuthorId, AuthorName, Kind, Direction, Body, ClientKey) = (
            ticketId,
            author.UserId,
            author.Name,
            kind,
            direction,
            body,
            key
        );
        CreatedAt = author.Now;
    }

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid TicketId { get; private init; }
    public Guid? AuthorId { get; private init; }
    public string AuthorName { get; private init; } = "";
    public MessageKind Kind { get; private init; }
    public MessageDirection Direction { get; private init; }
    public string Body { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Made from the writer and the random key of the box: sent twice, it is posted once.</summary>
    public string? ClientKey { get; private init; }
}
