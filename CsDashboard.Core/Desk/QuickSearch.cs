using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>One box that finds whatever the actor may open: for staff tickets and customers, for a customer their own tickets.</summary>
public sealed class QuickSearch(Store store, ISearchIndex index, Customers.CustomerRecords customers, Shares shares)
{
    /// <summary>Faster than anybody types.</summary>
    public const int AMinute = 120;
    private const int MaxTickets = 12;

    /// <summary>
    /// At most twenty: a ticket by its number first, then tickets newest first, then customers. Nothing for fewer than two letters; TooMany
    /// beyond 120 within a minute.
    /// </summary>
    public async Task<IReadOnlyList<Found>> Find(Actor actor, string? text)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        var asked = text?.Replace('\0', ' ').Trim() ?? "";
        if (asked.Length < 2)
            return [];
        shares.DemandPace(actor, "search", AMinute);
        await using var db = store.Open(actor);
        if (ShortNumber.IsNamed(asked))
            return await ByNumber(db, actor, ShortNumber.Read(asked)!.Value);
        var found = await InTickets(db, actor, asked);
        if (actor.IsStaff)
            found.AddRange((await customers.Search(actor, asked)).Select(c => new Found(FoundKind.Customer, c.PublicId, c.Name, c.Email)));
        return found;
    }

    // A number that is still being typed: all that begin with it, the exact one first.
    private static async Task<IReadOnlyList<Found>> ByNumber(AppDb db, Actor actor, int said)
    {
        Guid? own = actor.IsStaff ? null : actor.DemandCustomer();
        var customers = db.Set<Customer>();
        var (tens, hundreds, thousands) = (said * 10L, said * 100L, said * 1000L);
        var rows = await db
            .Tickets.Where(t =>
                (own == null || t.CustomerId == own)
                && (
                    t.Short == said
                    || (t.Short >= tens && t.Short < tens + 10)
                    || (t.Short >= hundreds && t.Short < hundreds + 100)
                    || (t.Short >= thousands && t.Short < thousands + 1000)
                )
            )
            .OrderBy(t => t.Short)
            .Take(MaxTickets)
            .Select(t => new
            {
                t.Id,
                t.Short,
                t.Subject,
                Customer = customers.Where(c => c.Id == t.CustomerId).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(t => new Found(
                FoundKind.Ticket,
                t.Id.ToString(),
                t.Subject,
                own is null ? $"{ShortNumber.Of(t.Short)} · {t.Customer}" : ShortNumber.Of(t.Short)
            )),
        ];
    }

    private async Task<List<Found>> InTickets(AppDb db, Actor actor, string text)
    {
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        Guid? own = actor.IsStaff ? null : actor.DemandCustomer();
        var hits = await index.Find(
            db,
            new SearchQuery(text, own is null ? Audience.Staff : Audience.Customer)
            {
                Kinds = own is null
                    ? [DeskIndex.TicketKind, DeskIndex.MessageKind, DeskIndex.NoteKind]
                    : [DeskIndex.TicketKind, DeskIndex.MessageKind],
                CustomerId = own,
                Limit = 50,
            }
        );
        var excerpts = hits.GroupBy(h => h.ParentId ?? h.SubjectId).Take(MaxTickets).ToDictionary(g => g.Key, g => g.First().Excerpt);
        var ids = excerpts.Keys.ToList();
        var rows = await db
            .Tickets.Where(t => (t.Number == number || t.Short == said || ids.Contains(t.Id)) && (own == null || t.CustomerId == own))
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Short,
                t.Subject,
            })
            .ToListAsync();
        return
        [
            .. rows.OrderBy(t => t.Number == number || t.Short == said ? -1 : ids.IndexOf(t.Id))
                .Select(t => new Found(
                    FoundKind.Ticket,
                    t.Id.ToString(),
                    t.Subject,
                    excerpts.TryGetValue(t.Id, out var excerpt) ? $"{ShortNumber.Of(t.Short)} · {excerpt}" : ShortNumber.Of(t.Short)
                )),
        ];
    }
}
