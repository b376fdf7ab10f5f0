namespace CsDashboard.Bench;

/// <summary>
/// The bare rows of a ticket that is opened: id, tenant, customer, number, short number and the moment are $a, $b, $c, $r, $s and $n. A
/// tenant of their own keeps them apart from those of the product.
/// </summary>
internal static class PlainSql
{
    public const string Ticket = """
        INSERT INTO Tickets (Id, TenantId, Number, Short, CustomerId, Subject, Category, Type, Priority, Status, Channel, TagText, CreatedAt, UpdatedAt,
                             IsOpen, MessageCount, LastMessageAt, AwaitsStaff, PausedMinutes, NextDueAt, InChat)
        VALUES ($a, $b, $r, $s, $c, 'The payout of last week', 'Support', 'Issue', 1, 'Open', 'Ui', '', $n, $n, TRUE, 1, $n, TRUE, 0, $n, FALSE)
        """;
    public const string Message = """
        INSERT INTO Messages (Id, TenantId, TicketId, AuthorName, Kind, Direction, Body, CreatedAt)
        VALUES ($a, $b, $a, 'Customer', 'Reply', 'Inbound', 'It was promised for Monday and has not arrived. Could you look where it is?', $n)
        """;
    public const string Event = """
        INSERT INTO Events (TenantId, At, ActorName, ActorRole, Room, Kind, Action, SubjectKind, SubjectId, ForCustomer, Payload, Silent)
        VALUES ($b, $n, 'Customer', 'Customer', 'Desk', 'TicketOpened', 'CREATE', 'ticket', $a, $c,
                '{"ticketId":"","number":"TKT-2026-00000000","title":"The payout of last week","excerpt":"It was promised for Monday and has not arrived. Could you look where it is?"}', FALSE)
        """;

    /// <summary>An answer in a ticket that is there, $t.</summary>
    public const string Answer = """
        INSERT INTO Messages (Id, TenantId, TicketId, AuthorName, Kind, Direction, Body, CreatedAt)
        VALUES ($a, $b, $t, 'Agent', 'Reply', 'Outbound', 'It was sent this morning and should be there by tomorrow.', $n)
        """;
    public const string Answered = """
        UPDATE Tickets SET LastMessageAt = $n, UpdatedAt = $n, MessageCount = MessageCount + 1, AwaitsStaff = FALSE WHERE Id = $t
        """;
}
