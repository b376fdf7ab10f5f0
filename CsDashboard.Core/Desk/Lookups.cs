using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

public enum FoundKind { Ticket, Customer }

/// <summary>Something that was found: what to show, and the id or public id by which it is opened.</summary>
public sealed record Found(FoundKind Kind, string Id, string Title, string Description);

/// <summary>One box that finds whatever the actor may open: for staff tickets and customers, for a customer their own tickets.</summary>
public sealed class Lookups(Store store, ISearchIndex index, Customers.Customers customers)
{
    private const int MaxTickets = 12;

    /// <summary>At most twenty: a ticket by its number first, then tickets newest first, then customers. Nothing for fewer than two letters.</summary>
    public async Task<IReadOnlyList<Found>> Find(Actor actor, string? text)
    {
        if (actor.Role != Role.Customer) actor.Demand(DeskRights.Answer);
        var asked = text?.Replace('\0', ' ').Trim() ?? "";
        if (asked.Length < 2) return [];
        await using var db = store.Open(actor);
        var found = await InTickets(db, actor, asked);
        if (actor.IsStaff) found.AddRange((await customers.Search(actor, asked)).Select(c => new Found(FoundKind.Customer, c.PublicId, c.Name, c.Email)));
        return found;
    }

    private async Task<List<Found>> InTickets(AppDb db, Actor actor, string text)
    {
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        Guid? own = actor.IsStaff ? null : actor.DemandCustomer();
        var hits = await index.Find(db, new SearchQuery(text, own is null ? Audience.Staff : Audience.Customer)
        {
            Kinds = own is null ? [DeskIndex.TicketKind, DeskIndex.MessageKind, DeskIndex.NoteKind] : [DeskIndex.TicketKind, DeskIndex.MessageKind],
            CustomerId = own, Limit = 50,
        });
        var excerpts = hits.GroupBy(h => h.ParentId ?? h.SubjectId).Take(MaxTickets).ToDictionary(g => g.Key, g => g.First().Excerpt);
        var ids = excerpts.Keys.ToList();
        var rows = await db.Tickets.Where(t => (t.Number == number || t.Short == said || ids.Contains(t.Id)) && (own == null || t.CustomerId == own))
            .Select(t => new { t.Id, t.Number, t.Short, t.Subject }).ToListAsync();
        return [.. rows.OrderBy(t => t.Number == number || t.Short == said ? -1 : ids.IndexOf(t.Id))
            .Select(t => new Found(FoundKind.Ticket, t.Id.ToString(), t.Subject, excerpts.TryGetValue(t.Id, out var excerpt) ? $"{ShortNumber.Of(t.Short)} · {excerpt}" : ShortNumber.Of(t.Short)))];
    }
}
