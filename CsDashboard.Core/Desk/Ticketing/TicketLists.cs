using CsDashboard.Accounts;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>The reads of the desk and the portal. Staff see the company's tickets, a customer their own and never a note.</summary>
public sealed partial class TicketLists(Store store, SlaPolicies policies, ISearchIndex index)
{
    /// <summary>A page of tickets. Invalid for an unknown list, order, status or cursor; the size is clamped to 1 to 100.</summary>
    public async Task<Page<TicketRow>> List(Actor actor, TicketFilter filter, CancellationToken cancellation = default)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        var shape = ShapeOf(actor, filter);
        var (size, after) = (Math.Clamp(filter.Size, 1, 100), Cursor.Read(filter.After));
        await using var db = store.Open(actor);
        Guid[]? ids = null;
        if (Asked(filter.Search) is { Length: > 0 } text)
            ids = [.. await Found(db, actor, text, filter.CustomerId)];
        shape = shape with { Ids = ids is not null, After = after is not null };
        var rows = ids is { Length: 0 }
            ? []
            : await shape.Read.List(db, ValuesOf(actor, filter, shape, size + 1, ids, after), cancellation);
        Func<TicketRow, DateTimeOffset> at = shape.Sort switch
        {
            "created" => row => row.CreatedAt,
            "due" => row => row.NextDueAt,
            _ => row => row.LastMessageAt,
        };
        return Page.Of(rows, size, row => new(at(row), row.Id));
    }

    private static TicketShape ShapeOf(Actor actor, TicketFilter filter)
    {
        var list = filter.List switch
        {
            "all" or "" => "all",
            "mine" or "unassigned" or "mentions" => filter.List,
            "overdue" when actor.IsStaff => filter.List,
            _ => throw Refusal.Invalid("list", Words.Of("Word_Unknown", "all, mine, unassigned, overdue, mentions")),
        };
        var sort = filter.Sort switch
        {
            "" => "activity",
            "activity" or "created" or "waiting" or "due" => filter.Sort,
            _ => throw Refusal.Invalid("sort", Words.Of("Word_Unknown", "activity, created, waiting, due")),
        };
        var (statuses, isOpen) = Statuses(filter);
        var priority = Word.Read<TicketPriority>("priority", filter.Priority);
        return new()
        {
            List = list,
            Own = actor.Role == Role.Customer,
            Sort = sort,
            Statuses = statuses,
            // Work to do, unless a status was asked for.
            IsOpen = list is "mine" or "unassigned" && string.IsNullOrEmpty(filter.Status) ? true : isOpen,
            Priority = priority is not null,
            IsHigh = filter.InPortalWords && priority == TicketPriority.High,
            Category = Word.Read<TicketCategory>("category", filter.Category) is not null,
            Type = Word.Read<TicketType>("type", filter.Type) is not null,
            Since = filter.Since is not null,
            Customer = filter.CustomerId is not null,
            Tag = !string.IsNullOrWhiteSpace(filter.Tag),
        };
    }

    private static (int Statuses, bool? IsOpen) Statuses(TicketFilter filter) =>
        filter.Status switch
        {
            "unresolved" => (0, true),
            "done" => (0, false),
            _ => Word.Read<TicketStatus>("status", filter.Status) switch
            {
                null => (0, null),
                { } one when filter.InPortalWords => (
                    TicketShape.Bits(TicketStatuses.Those(s => s.PortalWord == PortalWords.Of(one))),
                    null
                ),
                { } one => (TicketShape.Bits(one), null),
            },
        };

    private static TicketValues ValuesOf(Actor actor, TicketFilter filter, TicketShape shape, int take, Guid[]? ids, Cursor? after) =>
        new()
        {
            Me = actor.UserId ?? Guid.Empty,
            Tenant = actor.TenantId,
            Take = take,
            Own = actor.Role == Role.Customer ? actor.DemandCustomer() : default,
            Now = actor.Now,
            IsOpen = shape.IsOpen == true,
            Priority = Word.Read<TicketPriority>("priority", filter.Priority) ?? default,
            Category = Word.Read<TicketCategory>("category", filter.Category) ?? default,
            Type = Word.Read<TicketType>("type", filter.Type) ?? default,
            Since = filter.Since ?? default,
            Customer = filter.CustomerId ?? default,
            Tag = filter.Tag?.Trim().ToLowerInvariant() ?? "",
            Ids = ids ?? [],
            At = after?.At ?? default,
            Id = after?.Id ?? default,
        };

    /// <summary>The figures of the customer that the actor is.</summary>
    public async Task<TicketStats> MyStats(Actor actor)
    {
        var customerId = actor.DemandCustomer();
        await using var db = store.Open(actor);
        var byStatus = await db
            .Tickets.Where(t => t.CustomerId == customerId && !t.InChat)
            .GroupBy(t => t.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync();
        var done = byStatus.Where(s => !s.Key.IsOpen).Sum(s => s.Count);
        var total = byStatus.Sum(s => s.Count);
        return new TicketStats(total, total - done, byStatus.Where(s => s.Key == TicketStatus.Pending).Sum(s => s.Count), done);
    }

    /// <summary>Tags in use, for choosing from: of the last 500 tickets, the most used first.</summary>
    public async Task<IReadOnlyList<string>> Tags(Actor actor)
    {
        actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var texts = await db.Tickets.OrderByDescending(t => t.LastMessageAt).Take(500).Select(t => t.TagText).ToListAsync();
        return [.. texts.SelectMany(Ticket.SplitTags).GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(50)];
    }
}
