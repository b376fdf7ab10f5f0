using CsDashboard.Desk.Calls;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Desk;

// What a customer's streams carry (contract: portal, Event stream) is named in Live; an event without ForCustomer is for staff only.

public sealed record TicketOpened(
    Guid TicketId,
    string Number,
    string Title,
    Guid CustomerId,
    string CustomerName,
    TicketPriority Priority,
    string Excerpt,
    bool ByCustomer
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_TicketOpened", [Number, Title]);
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("ticket_created", new { ticketId = TicketId, title = Title });
    public object? After =>
        new
        {
            Number,
            Title,
            Priority,
        };
}

/// <param name="MovedTo">Where the answer moved the ticket to, when it did.</param>
public sealed record MessageAdded : IEvent
{
    public required Guid TicketId { get; init; }
    public required Guid MessageId { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Guid CustomerId { get; init; }
    public required Guid? AssigneeId { get; init; }
    public required bool ByCustomer { get; init; }
    public required string Author { get; init; }
    public required string Excerpt { get; init; }
    public bool InChat { get; init; }
    public TicketStatus? MovedTo { get; init; }

    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_MessageAdded", [Author, Number]);
    string IEvent.Action => "CREATE";
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("new_message", new { ticketId = TicketId, messageId = MessageId });
}

/// <summary>Staff only: it has no customer and no live event, on purpose.</summary>
public sealed record NoteAdded(
    Guid TicketId,
    Guid MessageId,
    string Number,
    string Title,
    string Author,
    string Excerpt,
    IReadOnlyList<Guid> Mentioned
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_NoteAdded", [Author, Number]);
    string IEvent.Action => "CREATE";
}

/// <param name="ByAnswer">It came with an answer, which tells of it.</param>
public sealed record StatusChanged(
    Guid TicketId,
    string Number,
    string Title,
    Guid CustomerId,
    TicketStatus From,
    TicketStatus To,
    bool ByCustomer,
    bool ByAnswer = false
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_StatusChanged", [Number]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To };
    public Guid? ForCustomer => CustomerId;

    /// <summary>In the portal's words; a move that does not show in them is not sent.</summary>
    public LiveEvent? Live =>
        PortalWords.Of(From) == PortalWords.Of(To)
            ? null
            : new(
                "status_change",
                new
                {
                    ticketId = TicketId,
                    from = PortalWords.Of(From),
                    to = PortalWords.Of(To),
                }
            );
}

public sealed record TicketAssigned(Guid TicketId, string Number, string Title, Guid? From, Guid? To, string? ToName) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => To is null ? ("Event_TicketUnassigned", [Number]) : ("Event_TicketAssigned", [Number, ToName]);
    public object? Before => new { AssigneeId = From };
    public object? After => new { AssigneeId = To };
}

public sealed record TicketChanged(Guid TicketId, string Number, TicketFacts From, TicketFacts To) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_TicketChanged", [Number]);
    public object? Before => From;
    public object? After => To;
}

/// <param name="Category">None in what was recorded before it could be changed; the same for the type.</param>
public sealed record TicketFacts(
    string Subject,
    TicketPriority Priority,
    string Tags,
    TicketCategory? Category = null,
    TicketType? Type = null
);

/// <summary>A file was added to a customer's record, by staff and for staff.</summary>
public sealed record FileKept(Guid CustomerId, Guid FileId, string Name, long Size) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_FileKept", [Name]);
    string IEvent.Action => "CREATE";
}

public sealed record FileAttached(Guid TicketId, Guid FileId, string Number, string Name, long Size) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_FileAttached", [Name, Number]);
    string IEvent.Action => "CREATE";
}

public sealed record FeedbackGiven(
    Guid TicketId,
    string Number,
    string Title,
    Guid CustomerId,
    string CustomerName,
    int Rating,
    string? Comment
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_FeedbackGiven", [CustomerName, Number, Rating]);
    public object? After => new { Rating, Comment };
}

public sealed record CallRequested(Guid CallId, Guid CustomerId, string CustomerName, string? Phone, string? Note, DateTimeOffset? At)
    : IEvent
{
    public Subject About => new("call", CallId);
    public (string, object?[]) Sentence => ("Event_CallRequested", [CustomerName]);
    string IEvent.Action => "CREATE";
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("call_requested", new { callId = CallId });
}

public sealed record CallChanged(
    Guid CallId,
    Guid CustomerId,
    string CustomerName,
    CallStatus From,
    CallStatus To,
    DateTimeOffset? At,
    string? Reason,
    bool ByCustomer
) : IEvent
{
    public Subject About => new("call", CallId);
    public (string, object?[]) Sentence => ("Event_CallChanged", [CustomerName]);
    public object? Before => new { Status = From };
    public object? After =>
        new
        {
            Status = To,
            At,
            Reason,
        };
    public Guid? ForCustomer => CustomerId;
}

/// <summary>A call begins soon, which both sides are told.</summary>
/// <param name="Minutes">How soon, by the marks at which it is told.</param>
public sealed record CallNear(Guid CallId, Guid CustomerId, string CustomerName, Guid? AgentId, DateTimeOffset At, int Minutes) : IEvent
{
    public Subject About => new("call", CallId);
    public (string, object?[]) Sentence => ("Event_CallNear", [CustomerName, Minutes]);
    public Guid? ForCustomer => CustomerId;
}

public sealed record CallSettingsChanged(Guid TenantId, CallSettings From, CallSettings To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_CallSettingsChanged", []);
    public object? Before => From;
    public object? After => To;
}

public sealed record SlaPolicyChanged(Guid TenantId, SlaPolicy From, SlaPolicy To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_SlaChanged", []);
    public object? Before => From;
    public object? After => To;
}

public sealed record CannedReplyChanged(Guid ReplyId, string Title, string? From, string? To) : IEvent
{
    public Subject About => new("canned_reply", ReplyId);
    public (string, object?[]) Sentence => ("Event_CannedReplyChanged", [Title]);
    string IEvent.Action =>
        From is null ? "CREATE"
        : To is null ? "DELETE"
        : "UPDATE";
    public object? Before => From;
    public object? After => To;
}

// A chat is its ticket (contract C12): what happens to it is recorded about the ticket.

public sealed record ChatStarted(
    Guid TicketId,
    string Number,
    string Topic,
    string? Category,
    Guid CustomerId,
    string CustomerName,
    string Excerpt
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_ChatStarted", [CustomerName, Topic]);
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("chat_started", new { sessionId = TicketId, topic = Topic });
    public object? After =>
        new
        {
            Number,
            Topic,
            Category,
        };
}

public sealed record ChatTaken(
    Guid TicketId,
    string Number,
    string Topic,
    Guid CustomerId,
    Guid AgentId,
    string AgentName,
    int WaitedSeconds
) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_ChatTaken", [AgentName, Topic]);
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("chat_taken", new { sessionId = TicketId, agentName = AgentName });
    public object? After => new { AgentId, WaitedSeconds };
}

/// <summary>To a colleague, or back into the queue (To is null). The words of the note are in the note alone.</summary>
public sealed record ChatHandedOver(Guid TicketId, string Number, string Topic, Guid CustomerId, string From, Guid? To, string? ToName)
    : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence =>
        To is null ? ("Event_ChatGivenBack", [From, Topic]) : ("Event_ChatHandedOver", [From, Topic, ToName]);
    public object? Before => new { Agent = From };
    public object? After => new { Agent = ToName };
}

/// <summary>Answers that were unseen when the customer's page closed, for the mail that brings them.</summary>
public sealed record ChatAnswerMissed(Guid TicketId, string Number, string Topic, Guid CustomerId, string Author, string Excerpt) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_ChatAnswerMissed", [Topic]);
}

public sealed record ChatTurned(Guid TicketId, string Number, string Topic, Guid CustomerId, Guid? AgentId) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_ChatTurned", [Topic, Number]);
    string IEvent.Action => "UPDATE";
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("ticket_created", new { ticketId = TicketId, title = Topic });
}

public sealed record ChatClosed(Guid TicketId, string Number, string Topic, Guid CustomerId, bool ByCustomer, int Seconds) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_ChatClosed", [Topic]);
    string IEvent.Action => "UPDATE";
    public object? After => new { ByCustomer, Seconds };
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("chat_closed", new { sessionId = TicketId });
}

public sealed record ChatSettingsChanged(Guid TenantId, ChatSettings From, ChatSettings To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_ChatSettingsChanged", []);
    public object? Before => From;
    public object? After => To;
}
