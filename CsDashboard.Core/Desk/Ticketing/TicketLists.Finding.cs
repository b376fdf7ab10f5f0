using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

public sealed partial class TicketLists
{
    private const int MaxFound = 500;

    // How many subjects are read through when the index finds nothing.
    private const int Window = 5_000;

    // A word in every message of long tickets gives fewer tickets.
    private const int MaxHits = 1_000;
    private static readonly string[] ForCustomers = [DeskIndex.TicketKind, DeskIndex.MessageKind];
    private static readonly string[] ForStaff = [.. ForCustomers, DeskIndex.NoteKind];

    // The tickets that the words are in, and those whose number they are. Their ids come first, so that pages are cut from one set in the
    // list's order, however it is sorted.
    private async Task<HashSet<Guid>> Found(AppDb db, Actor actor, string text, Guid? customerId)
    {
        var found = ShortNumber.IsNamed(text) ? [] : await InTexts(db, actor, text, customerId);
        if (found.Count == 0 && !ShortNumber.IsNamed(text) && Sought.For(text) is { } part)
            found.UnionWith(await InSubjects(db, actor, part));
        var (number, said) = (text.ToUpperInvariant(), ShortNumber.Read(text));
        found.UnionWith(await Numbers.List(db, new(ShortNumber.IsNamed(text) ? "" : number, said ?? 0)));
        return found;
    }

    // It may be part of a word in the subject of a newer ticket, where the index finds nothing.
    private static async Task<IEnumerable<Guid>> InSubjects(AppDb db, Actor actor, Sought part)
    {
        Guid? own = actor.IsStaff ? null : actor.DemandCustomer();
        var newest = await db
            .Tickets.Where(t => own == null || t.CustomerId == own)
            .OrderByDescending(t => t.CreatedAt)
            .ThenByDescending(t => t.Id)
            .Take(Window)
            .Select(t => new { t.Id, t.Subject })
            .ToListAsync();
        return newest.Where(t => part.In(t.Subject)).Select(t => t.Id).Take(MaxFound);
    }

    private async Task<HashSet<Guid>> InTexts(AppDb db, Actor actor, string text, Guid? customerId) =>
        [
            .. (
                await index.Subjects(
                    db,
                    new SearchQuery(text, actor.IsStaff ? Audience.Staff : Audience.Customer)
                    {
                        Kinds = actor.IsStaff ? ForStaff : ForCustomers,
                        CustomerId = actor.IsStaff ? customerId : actor.DemandCustomer(),
                    },
                    MaxHits
                )
            ).Take(MaxFound),
        ];

    // Tickets of a number, either of the two.
    private static readonly CompiledRead<AskedNumber, Guid> Numbers = new(
        (db, asked) => db.Set<Ticket>().Where(t => t.Number == asked.Number || t.Short == asked.Short).Select(t => t.Id)
    );

    private sealed record AskedNumber(string Number, int Short);

    private static string Asked(string? text) => text?.Replace('\0', ' ').Trim() ?? "";
}
