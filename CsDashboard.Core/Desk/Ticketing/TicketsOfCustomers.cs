using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// Tickets with what was said in them. Numbers, times and statuses are the company's figures; what was said is personal data.
/// </summary>
internal sealed class TicketsOfCustomers(ISearchIndex index)
    : PersonalData("tickets", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    // Replaces words that were taken out; a ticket without a subject could not be opened from a list.
    private const string TakenOut = "—";

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Tickets.CountAsync(t => records.Contains(t.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Tickets.Where(t => t.CustomerId == from), only, t => t.CustomerId, to);

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        // One ticket at a time, so that no more than one ticket's messages are in memory.
        foreach (
            var id in await db
                .Tickets.Where(t => records.Contains(t.CustomerId))
                .OrderBy(t => t.CreatedAt)
                .ThenBy(t => t.Id)
                .Select(t => t.Id)
                .ToListAsync()
        )
        {
            if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == id) is not { } t)
                continue;
            var messages = await db
                .Messages.Where(m => m.TicketId == id && (!own || m.Kind == MessageKind.Reply))
                .OrderBy(m => m.CreatedAt)
                .ThenBy(m => m.Id)
                .ToListAsync();
            var drafts = own ? [] : await DraftsAbout(db, id).OrderBy(d => d.UpdatedAt).ToListAsync();
            yield return new ExportRow([
                ("Number", t.ShortNumber),
                ("Reference", t.Number),
                ("Subject", t.Subject),
                ("Status", t.Status),
                ("Priority", t.Priority),
                ("Category", t.Category),
                ("Type", t.Type),
                ("Channel", t.Channel),
                ("CreatedAt", t.CreatedAt),
                .. ForStaff(own, ("Tags", string.Join(", ", t.Tags))),
                (
                    "Messages",
                    messages.ConvertAll(m => new ExportRow([
                        ("At", m.CreatedAt),
                        ("Author", m.AuthorName),
                        .. ForStaff(own, ("Kind", m.Kind)),
                        ("Text", m.Body),
                    ]))
                ),
                .. ForStaff(own, ("Drafts", drafts.ConvertAll(d => new ExportRow(("At", d.UpdatedAt), ("Text", d.Text))))),
            ]);
        }
    }

    // What whoever answers has typed and not sent.
    private static IQueryable<Draft> DraftsAbout(AppDb db, Guid ticketId)
    {
        var start = BoxKey.StartOf(ticketId);
        return db.Drafts.Where(d => d.Key.StartsWith(start));
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.Tickets.Where(t => records.Contains(t.CustomerId)).Select(t => t.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var tickets = db.Tickets.Where(t => work.Records.Contains(t.CustomerId));
            var messages = await db
                .Messages.Where(m => tickets.Any(t => t.Id == m.TicketId) && (work.Fate == ErasureAction.Erase || m.Body != TakenOut))
                .OrderBy(m => m.Id)
                .Take(Erasing.AtOnce)
                .Select(m => m.Id)
                .ToListAsync();
            if (messages.Count > 0)
            {
                foreach (var id in messages)
                {
                    await index.Remove(db, DeskIndex.MessageKind, id);
                    await index.Remove(db, DeskIndex.NoteKind, id);
                }
                var them = db.Messages.Where(m => messages.Contains(m.Id));
                if (work.Fate == ErasureAction.Erase)
                    return await them.ExecuteDeleteAsync();
                var users = AccountsOf(db, work.Records).Select(u => (Guid?)u.Id);
                await them.Where(m => users.Contains(m.AuthorId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.AuthorName, TakenOut));
                return await them.ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, TakenOut));
            }
            var left = await tickets
                .Where(t => work.Fate == ErasureAction.Erase || t.Subject != TakenOut)
                .OrderBy(t => t.Id)
                .Take(Erasing.AtOnce)
                .Select(t => t.Id)
                .ToListAsync();
            foreach (var id in left)
            {
                await index.Remove(db, DeskIndex.TicketKind, id);
                await DraftsAbout(db, id).ExecuteDeleteAsync();
            }
            var rest = db.Tickets.Where(t => left.Contains(t.Id));
            if (work.Fate == ErasureAction.Anonymise)
                return await rest.ExecuteUpdateAsync(set => set.SetProperty(t => t.Subject, TakenOut).SetProperty(t => t.TagText, ""));
            await db.Chats.Where(c => left.Contains(c.Id)).ExecuteDeleteAsync();
            await db.TicketReads.Where(r => left.Contains(r.TicketId)).ExecuteDeleteAsync();
            await db.Mentions.Where(m => left.Contains(m.TicketId)).ExecuteDeleteAsync();
            await Tickets.NeverAgain(db, rest);
            return await rest.ExecuteDeleteAsync();
        });
}
