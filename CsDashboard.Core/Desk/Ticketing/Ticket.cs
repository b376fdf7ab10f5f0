using System.Security.Cryptography;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// What a customer wants from the company, and how far that has come. Its abilities lie in files of their own:
/// Ticket.Replying, Ticket.Moving (status), Ticket.Handling (assignee, priority, category, type, tags), Ticket.Sla, Ticket.Chatting (live).
/// </summary>
public sealed partial class Ticket : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>TKT-YYYY-XXXXXXXX (contract C11).</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number that people say, given when it is entered.</summary>
    public int Short { get; private set; }

    /// <summary>#1042, as it is shown to people.</summary>
    public string ShortNumber => CsDashboard.Desk.Ticketing.ShortNumber.Of(Short);
    public Guid CustomerId { get; private init; }

    /// <summary>The user who opened it: the customer's own, or the agent who opened it for them.</summary>
    public Guid? OpenedBy { get; private init; }
    public string Subject { get; private set; } = "";
    public TicketCategory Category { get; private set; }
    public TicketType Type { get; private set; }
    public TicketPriority Priority { get; private set; }
    public TicketStatus Status { get; private set; }
    public TicketChannel Channel { get; private init; }
    public Guid? AssigneeId { get; private set; }

    /// <summary>
    /// Lower-case words between commas, with one at either end (",vip,payout,"), so that one can be searched for; empty for none.
    /// </summary>
    public string TagText { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Random key of the form that opened it: sent twice, it opens once.</summary>
    public string? ClientKey { get; private init; }

    /// <summary>Neither resolved nor closed. Kept as a column for the indexes of the lists.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>
    /// A ticket from the customer's own hand is Open (contract: portal, Ticket creation); one that staff enters is New until somebody acts
    /// on it.
    /// </summary>
    public static Ticket Open(NewTicket input, Guid customerId, bool byCustomer, SlaPolicy policy, Actor actor)
    {
        var now = actor.Now;
        var ticket = new Ticket
        {
            Number = NewNumber(now),
            CustomerId = customerId,
            OpenedBy = actor.UserId,
            Subject = input.Title!.Trim(),
            Category = input.CategoryOrDefault,
            Type = input.TypeOrDefault,
            Priority = input.PriorityOrDefault,
            Status = byCustomer ? TicketStatus.Open : TicketStatus.New,
            Channel = input.Channel,
            CreatedAt = now,
            UpdatedAt = now,
            LastMessageAt = now,
            ClientKey = input.Key,
        };
        if (input.Topic is not null)
            ticket.Tag([input.Topic], now);
        ticket.SetDue(policy, now);
        return ticket;
    }

    /// <summary>Draws another number, for when another ticket of the company already has this one.</summary>
    internal void Renumber(DateTimeOffset now) => Number = NewNumber(now);

    internal void Count(int number) => Short = number;

    private static string NewNumber(DateTimeOffset now) => $"TKT-{now.Year}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}";

    private void Touch(DateTimeOffset now) => UpdatedAt = now;
}
