using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>Tickets with what was said in them. Their numbers, times and statuses are the company's figures; what was said is the person's.</summary>
internal sealed class TicketsOfCustomers(ISearchIndex index) : CustomerKind("tickets", Fate.Anonymise, Fate.Erase, Fate.Keep)
{
    // What stands where words were taken out; a ticket without a subject could not be opened from a list.
    private const string TakenOut = "—";

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Tickets.CountAsync(t => records.Contains(t.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Tickets.Where(t => t.CustomerId == from), only, t => t.CustomerId, to);

    public override async IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        // A ticket at a time: one with very many messages is the most that is held at once.
        foreach (var id in await db.Tickets.Where(t => records.Contains(t.CustomerId)).OrderBy(t => t.CreatedAt).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync())
        {
            if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == id) is not { } t) continue;
            var messages = await db.Messages.Where(m => m.TicketId == id && (!own || m.Kind == MessageKind.Reply)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
            yield return new HandedRow(
                [("Number", t.ShortNumber), ("Reference", t.Number), ("Subject", t.Subject), ("Status", t.Status), ("Priority", t.Priority), ("Category", t.Category), ("Type", t.Type), ("Channel", t.Channel), ("CreatedAt", t.CreatedAt), .. own ? [] : new (string, object?)[] { ("Tags", string.Join(", ", t.Tags)) },
                ("Messages", messages.ConvertAll(m => new HandedRow([("At", m.CreatedAt), ("Author", m.AuthorName), .. own ? [] : new (string, object?)[] { ("Kind", m.Kind) }, ("Text", m.Body)])))]);
        }
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => db.Tickets.Where(t => records.Contains(t.CustomerId)).Select(t => t.Id);

    public override Task<int> Erase(Erasing work) => work.Write(async db =>
    {
        var tickets = db.Tickets.Where(t => work.Records.Contains(t.CustomerId));
        var messages = await db.Messages.Where(m => tickets.Any(t => t.Id == m.TicketId) && (work.Fate == Fate.Erase || m.Body != TakenOut)).OrderBy(m => m.Id).Take(Erasing.AtOnce).Select(m => m.Id).ToListAsync();
        if (messages.Count > 0)
        {
            foreach (var id in messages)
            {
                await index.Remove(db, DeskIndex.MessageKind, id);
                await index.Remove(db, DeskIndex.NoteKind, id);
            }
            var them = db.Messages.Where(m => messages.Contains(m.Id));
            if (work.Fate == Fate.Erase) return await them.ExecuteDeleteAsync();
            var users = AccountsOf(db, work.Records).Select(u => (Guid?)u.Id);
            await them.Where(m => users.Contains(m.AuthorId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.AuthorName, TakenOut));
            return await them.ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, TakenOut));
        }
        var left = await tickets.Where(t => work.Fate == Fate.Erase || t.Subject != TakenOut).OrderBy(t => t.Id).Take(Erasing.AtOnce).Select(t => t.Id).ToListAsync();
        foreach (var id in left)
        {
            await index.Remove(db, DeskIndex.TicketKind, id);
            var drafts = BoxKey.StartOf(id);
            await db.Drafts.Where(d => d.Key.StartsWith(drafts)).ExecuteDeleteAsync();
        }
        var rest = db.Tickets.Where(t => left.Contains(t.Id));
        if (work.Fate == Fate.Anonymise) return await rest.ExecuteUpdateAsync(set => set.SetProperty(t => t.Subject, TakenOut).SetProperty(t => t.TagText, ""));
        await db.Chats.Where(c => left.Contains(c.Id)).ExecuteDeleteAsync();
        await db.TicketReads.Where(r => left.Contains(r.TicketId)).ExecuteDeleteAsync();
        await db.Mentions.Where(m => left.Contains(m.TicketId)).ExecuteDeleteAsync();
        await Tickets.NeverAgain(db, rest);
        return await rest.ExecuteDeleteAsync();
    });
}

/// <summary>Files of tickets, and those that were uploaded and wait to be sent.</summary>
internal sealed class FilesOfCustomers(IFileStore files) : CustomerKind("files", Fate.Erase, Fate.Keep)
{
    // While their tickets are still there.
    public override int Order => -10;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    // Those of tickets go with their tickets.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Attachments.Where(f => f.CustomerId == from), only, f => f.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        Of(db, records).Where(f => !own || !f.StaffOnly).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).AsAsyncEnumerable()
            .Select(f => new HandedRow(("At", f.CreatedAt), ("Name", f.OriginalName), ("ContentType", f.ContentType), ("Size", f.Size), ("File", HandedOf(f).Path)));

    public override IAsyncEnumerable<HandedFile> Files(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        Of(db, records).Where(f => !own || !f.StaffOnly).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).AsAsyncEnumerable().Select(HandedOf);

    private static HandedFile HandedOf(Attachment f) => new(f.Id, f.Name, f.Key);

    public override async Task<int> Erase(Erasing work)
    {
        List<Attachment> some;
        await using (var db = work.Store.Open(work.Actor)) some = await Of(db, work.Records).OrderBy(f => f.Id).Take(Erasing.AtOnce).ToListAsync();
        return await Attachments.Remove(work.Store, files, work.Actor, some);
    }

    private static IQueryable<Attachment> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var (tickets, users) = (db.Tickets.Where(t => records.Contains(t.CustomerId)), AccountsOf(db, records));
        return db.Attachments.Where(f => tickets.Any(t => t.Id == f.TicketId) || records.Any(r => r == f.CustomerId) || (f.TicketId == null && users.Any(u => u.Id == f.UploadedBy)));
    }
}

internal sealed class CallsOfCustomers() : CustomerKind("calls", Fate.Anonymise, Fate.Erase, Fate.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.CallRequests.CountAsync(c => records.Contains(c.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.CallRequests.Where(c => c.CustomerId == from), only, c => c.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.CallRequests.Where(c => records.Contains(c.CustomerId)).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).AsAsyncEnumerable().Select(c => new HandedRow(
            [("CreatedAt", c.CreatedAt), ("Phone", c.Phone), ("Text", c.Note), ("Status", c.Status), ("ScheduledAt", c.ScheduledAt), ("Reason", c.Reason), .. own ? [] : new (string, object?)[] { ("Outcome", c.Outcome) }]));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => db.CallRequests.Where(c => records.Contains(c.CustomerId)).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) => work.Write(db =>
    {
        var calls = db.CallRequests.Where(c => work.Records.Contains(c.CustomerId));
        return work.Fate == Fate.Erase
            ? calls.ExecuteDeleteAsync()
            : calls.Where(c => c.Phone != null || c.Note != null || c.Reason != null || c.Outcome != null).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Phone, (string?)null).SetProperty(c => c.Note, (string?)null).SetProperty(c => c.Reason, (string?)null).SetProperty(c => c.Outcome, (string?)null));
    });
}

internal sealed class FeedbackOfCustomers() : CustomerKind("feedback", Fate.Anonymise, Fate.Erase, Fate.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Feedback.CountAsync(f => records.Contains(f.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Feedback.Where(f => f.CustomerId == from), only, f => f.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Feedback.Where(f => records.Contains(f.CustomerId)).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).AsAsyncEnumerable().Select(f => new HandedRow(("At", f.CreatedAt), ("Rating", f.Rating), ("Text", f.Comment)));

    public override Task<int> Erase(Erasing work) => work.Write(db =>
    {
        var feedback = db.Feedback.Where(f => work.Records.Contains(f.CustomerId));
        return work.Fate == Fate.Erase ? feedback.ExecuteDeleteAsync() : feedback.Where(f => f.Comment != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Comment, (string?)null));
    });
}

/// <summary>What tickets were about, as the customer saw it.</summary>
internal sealed class CardsOfCustomers() : CustomerKind("cards", Fate.Erase, Fate.Keep)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.SubjectCards.CountAsync(c => records.Contains(c.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.SubjectCards.Where(c => c.CustomerId == from), only, c => c.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.SubjectCards.Where(c => records.Contains(c.CustomerId)).OrderBy(c => c.FrozenAt).ThenBy(c => c.Id).AsAsyncEnumerable().Select(c => new HandedRow(("At", c.FrozenAt), ("Title", c.Title)));

    public override Task<int> Erase(Erasing work) => work.Write(db => db.SubjectCards.Where(c => work.Records.Contains(c.CustomerId)).ExecuteDeleteAsync());
}

/// <summary>What the customer typed and did not send.</summary>
internal sealed class DraftsOfCustomers() : CustomerKind("drafts", Fate.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) => Of(db, records).OrderBy(d => d.UpdatedAt).AsAsyncEnumerable().Select(d => new HandedRow(("At", d.UpdatedAt), ("Text", d.Text)));

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());

    private static IQueryable<Draft> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records);
        return db.Drafts.Where(d => users.Any(u => u.Id == d.UserId));
    }
}
