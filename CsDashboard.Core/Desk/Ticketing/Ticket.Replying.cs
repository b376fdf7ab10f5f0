using CsDashboard.Desk.Conversation;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class Ticket
{
    /// <summary>Replies in both directions; notes are not counted.</summary>
    public int MessageCount { get; private set; }

    /// <summary>When the last reply was written; the opening counts as one. Lists are ordered by it.</summary>
    public DateTimeOffset LastMessageAt { get; private set; }

    /// <summary>The customer wrote last: somebody is waiting for us.</summary>
    public bool AwaitsStaff { get; private set; } = true;

    /// <summary>The customer writes. A ticket that waited for them, or was done, is open again.</summary>
    public Message Say(string body, string? key, Actor customer)
    {
        Note(customer.Now, fromCustomer: true);
        if (Status.Facts.ReopensOnReply)
            MoveTo(TicketStatus.Open, customer.Now);
        return new Message(Id, customer, MessageKind.Reply, MessageDirection.Inbound, body.Trim(), key);
    }

    /// <summary>Staff answer. The first answer meets the response target, and takes the ticket if nobody has it.</summary>
    public Message Answer(string body, string? key, Actor agent)
    {
        Note(agent.Now, fromCustomer: false);
        FirstRespondedAt ??= agent.Now;
        if (Status == TicketStatus.New)
            MoveTo(TicketStatus.Open, agent.Now);
        if (AssigneeId is null && agent.Role is Role.Agent or Role.Admin)
            AssigneeId ??= agent.UserId;
        FindNextDue();
        return new Message(Id, agent, MessageKind.Reply, MessageDirection.Outbound, body.Trim(), key);
    }

    /// <summary>Staff among themselves; neither the order of lists nor the customer's view changes.</summary>
    public Message Remark(string body, string? key, Actor agent)
    {
        Touch(agent.Now);
        return new Message(Id, agent, MessageKind.Note, MessageDirection.Outbound, body.Trim(), key);
    }

    private void Note(DateTimeOffset now, bool fromCustomer)
    {
        MessageCount++;
        (LastMessageAt, AwaitsStaff) = (now, fromCustomer);
        Touch(now);
    }
}
