using CsDashboard.Foundation.Events;

namespace CsDashboard.Desk;

// What a customer's streams carry (rules.md 003, SSE) is named in Live; an event without ForCustomer is for staff only.

public sealed record TicketOpened(Guid TicketId, string Number, string Title, Guid CustomerId, string CustomerName, TicketPriority Priority, string Excerpt, bool ByCustomer) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_TicketOpened", [Number, Title]);
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("ticket_created", new { ticketId = TicketId, title = Title });
    public object? After => new { Number, Title, Priority };
}

public sealed record MessageAdded(Guid TicketId, Guid MessageId, string Number, string Title, Guid CustomerId, Guid? AssigneeId, bool ByCustomer, string Author, string Excerpt) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_MessageAdded", [Author, Number]);
    string IEvent.Action => "CREATE";
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("new_message", new { ticketId = TicketId, messageId = MessageId });
}

/// <summary>Staff only: it has no customer and no live event, on purpose.</summary>
public sealed record NoteAdded(Guid TicketId, Guid MessageId, string Number, string Title, string Author, string Excerpt, IReadOnlyList<Guid> Mentioned) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_NoteAdded", [Author, Number]);
    string IEvent.Action => "CREATE";
}

public sealed record StatusChanged(Guid TicketId, string Number, string Title, Guid CustomerId, TicketStatus From, TicketStatus To, bool ByCustomer) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_StatusChanged", [Number]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To };
    public Guid? ForCustomer => CustomerId;
    /// <summary>In the words of 003; a move that is none in those words is not told.</summary>
    public LiveEvent? Live => Word.Of003(From) == Word.Of003(To) ? null : new("status_change", new { ticketId = TicketId, from = Word.Of003(From), to = Word.Of003(To) });
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

public sealed record TicketFacts(string Subject, TicketPriority Priority, string Tags);

/// <summary>A file was put to a customer's record, by staff and for staff.</summary>
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

public sealed record FeedbackGiven(Guid TicketId, string Number, string Title, Guid CustomerId, string CustomerName, int Rating, string? Comment) : IEvent
{
    public Subject About => new("ticket", TicketId);
    public (string, object?[]) Sentence => ("Event_FeedbackGiven", [CustomerName, Number, Rating]);
    public object? After => new { Rating, Comment };
}

public sealed record CallRequested(Guid CallId, Guid CustomerId, string CustomerName, string? Phone, string? Note, DateTimeOffset? At) : IEvent
{
    public Subject About => new("call", CallId);
    public (string, object?[]) Sentence => ("Event_CallRequested", [CustomerName]);
    string IEvent.Action => "CREATE";
    public Guid? ForCustomer => CustomerId;
    public LiveEvent Live => new("call_requested", new { callId = CallId });
}

public sealed record CallChanged(Guid CallId, Guid CustomerId, string CustomerName, CallStatus From, CallStatus To, DateTimeOffset? At, string? Reason, bool ByCustomer) : IEvent
{
    public Subject About => new("call", CallId);
    public (string, object?[]) Sentence => ("Event_CallChanged", [CustomerName]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To, At, Reason };
    public Guid? ForCustomer => CustomerId;
}

public sealed record PromiseChanged(Guid TenantId, ServicePromise From, ServicePromise To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_PromiseChanged", []);
    public object? Before => From;
    public object? After => To;
}

public sealed record CannedReplyChanged(Guid ReplyId, string Title, string? From, string? To) : IEvent
{
    public Subject About => new("canned_reply", ReplyId);
    public (string, object?[]) Sentence => ("Event_CannedReplyChanged", [Title]);
    string IEvent.Action => From is null ? "CREATE" : To is null ? "DELETE" : "UPDATE";
    public object? Before => From;
    public object? After => To;
}
