using System.Collections.Concurrent;
using System.Linq.Expressions;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation.Storage;
using Parts = CsDashboard.Foundation.Storage.CompiledRead<
    CsDashboard.Desk.Ticketing.TicketValues,
    CsDashboard.Desk.Ticketing.TicketRow
>.Parts;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// Which conditions a list has and how it is ordered, without their values (<see cref="TicketValues"/>): each shape that is asked for is
/// one statement, compiled once. Statuses are part of the shape, since they are few.
/// </summary>
internal readonly record struct TicketShape
{
    /// <summary>all, mine, unassigned, overdue, mentions.</summary>
    public required string List { get; init; }

    /// <summary>Those of the customer that the actor is.</summary>
    public bool Own { get; init; }

    /// <summary>activity, created, waiting, due.</summary>
    public required string Sort { get; init; }

    /// <summary>A bit for each status that is asked for; none for all.</summary>
    public int Statuses { get; init; }

    /// <summary>Only open ones, or only done ones.</summary>
    public bool? IsOpen { get; init; }
    public bool Priority { get; init; }

    /// <summary>High covers urgent.</summary>
    public bool IsHigh { get; init; }
    public bool Category { get; init; }
    public bool Type { get; init; }
    public bool Since { get; init; }
    public bool Customer { get; init; }
    public bool Tag { get; init; }
    public bool Ids { get; init; }
    public bool After { get; init; }

    // What callers can ask for has an end, but a high one: those that are asked for are kept.
    private const int Most = 2_000;
    private static readonly ConcurrentDictionary<TicketShape, CompiledRead<TicketValues, TicketRow>> Known = new();

    /// <summary>The rows of this shape.</summary>
    public CompiledRead<TicketValues, TicketRow> Read
    {
        get
        {
            if (Known.Count > Most)
                Known.Clear();
            return Known.GetOrAdd(this, static shape => CompiledRead<TicketValues, TicketRow>.Of(shape.Rows));
        }
    }

    public static int Bits(params IEnumerable<TicketStatus> statuses) => statuses.Aggregate(0, (bits, status) => bits | (1 << (int)status));

    private IQueryable<TicketRow> Rows(Parts given)
    {
        var placed = Placed(Narrowed(Listed(given), given), given);
        if (After)
            placed = IsRising
                ? placed.Where(p => p.At > given.Values.At || (p.At == given.Values.At && p.Id > given.Values.Id))
                : placed.Where(p => p.At < given.Values.At || (p.At == given.Values.At && p.Id < given.Values.Id));
        placed = IsRising ? placed.OrderBy(p => p.At).ThenBy(p => p.Id) : placed.OrderByDescending(p => p.At).ThenByDescending(p => p.Id);
        return given.Take(placed, values => values.Take).Select(p => p.Ticket).Select(TicketRows.Of(given));
    }

    /// <summary>What is due next, or has waited longest, comes first.</summary>
    private bool IsRising => Sort is "waiting" or "due";

    // The tickets with their place in the order of the list.
    private IQueryable<PlacedTicket> Placed(IQueryable<Ticket> tickets, Parts given)
    {
        if (!Tag)
            return tickets.Select(Place);
        var tagged = given.Set<TicketTag>().Where(g => g.Tag == given.Values.Tag);
        return Sort == "activity"
            // A tag's own index has this order.
            ? tagged.Join(
                tickets,
                g => g.TicketId,
                t => t.Id,
                (g, t) =>
                    new PlacedTicket
                    {
                        Ticket = t,
                        At = g.LastMessageAt,
                        Id = g.TicketId,
                    }
            )
            : tagged.Join(tickets, g => g.TicketId, t => t.Id, (_, t) => t).Select(Place);
    }

    private Expression<Func<Ticket, PlacedTicket>> Place =>
        Sort switch
        {
            "created" => t => new PlacedTicket
            {
                Ticket = t,
                At = t.CreatedAt,
                Id = t.Id,
            },
            "due" => t => new PlacedTicket
            {
                Ticket = t,
                At = t.NextDueAt,
                Id = t.Id,
            },
            _ => t => new PlacedTicket
            {
                Ticket = t,
                At = t.LastMessageAt,
                Id = t.Id,
            },
        };

    // A live chat is answered in the chat; it stands in these lists once it has become a ticket or is closed.
    private IQueryable<Ticket> Listed(Parts given)
    {
        var tickets = given.Set<Ticket>().Where(t => !t.InChat);
        if (Own)
            tickets = tickets.Where(t => t.CustomerId == given.Values.Own);
        return List switch
        {
            "mine" => tickets.Where(t => t.AssigneeId == given.Values.Me),
            "unassigned" => tickets.Where(t => t.AssigneeId == null),
            "overdue" => tickets.Where(t => t.NextDueAt < given.Values.Now),
            // From the few mentions to their tickets, never the other way round.
            "mentions" => given
                .Set<Mention>()
                .Where(m => m.UserId == given.Values.Me)
                .Select(m => m.TicketId)
                .Distinct()
                .Join(tickets, id => id, t => t.Id, (_, t) => t),
            _ => tickets,
        };
    }

    private IQueryable<Ticket> Narrowed(IQueryable<Ticket> tickets, Parts given)
    {
        if (Sort == "waiting")
            tickets = tickets.Where(t => t.IsOpen && t.AwaitsStaff);
        if (Ids)
            tickets = tickets.Where(t => given.Values.Ids.Contains(t.Id));
        if (IsOpen is not null)
            tickets = tickets.Where(t => t.IsOpen == given.Values.IsOpen);
        if (Statuses != 0)
            tickets = OfStatus(tickets, Statuses);
        if (IsHigh)
            tickets = tickets.Where(t => t.Priority == TicketPriority.High || t.Priority == TicketPriority.Urgent);
        else if (Priority)
            tickets = tickets.Where(t => t.Priority == given.Values.Priority);
        if (Category)
            tickets = tickets.Where(t => t.Category == given.Values.Category);
        if (Type)
            tickets = tickets.Where(t => t.Type == given.Values.Type);
        if (Since)
            tickets = tickets.Where(t => t.CreatedAt >= given.Values.Since);
        if (Customer)
            tickets = tickets.Where(t => t.CustomerId == given.Values.Customer);
        return tickets;
    }

    private static IQueryable<Ticket> OfStatus(IQueryable<Ticket> tickets, int bits)
    {
        var some = Enum.GetValues<TicketStatus>().Where(s => (bits & Bits(s)) != 0).ToArray();
        var only = some[0];
        return some.Length == 1 ? tickets.Where(t => t.Status == only) : tickets.Where(t => some.Contains(t.Status));
    }
}
