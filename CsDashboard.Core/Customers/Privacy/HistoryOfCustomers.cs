using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// What was recorded of the customer, of their account and things, and by them. The entries stay, sealed in their chain; what they
/// said is taken out (docs/decisions/0014).
/// </summary>
internal sealed class HistoryOfCustomers(Redaction redaction, IServiceProvider rooms)
    : PersonalData("history", ErasureAction.Anonymise, ErasureAction.Keep)
{
    // While the things that it is about can still be looked up.
    public override int Order => -100;
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records)
    {
        var count = 0;
        foreach (var part in await Parts(db, records))
            count += await part.CountAsync();
        return count;
    }

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        // An entry is about the customer in several ways and handed out once.
        var ids = new SortedSet<long>();
        foreach (var part in await Parts(db, records))
            ids.UnionWith(await part.Select(e => e.Id).ToListAsync());
        foreach (var some in ids.Chunk(500))
        await foreach (var e in db.Events.Where(e => some.Contains(e.Id)).OrderBy(e => e.Id).AsAsyncEnumerable())
            yield return new ExportRow(
                ("At", e.At),
                ("Author", e.ActorName),
                ("Text", EventSentence.WithSubject(e, db.Actor.Language)),
                ("Before", e.Before),
                ("After", e.After)
            );
    }

    public override async Task<int> Erase(Erasing work)
    {
        List<Guid> users;
        int parts;
        await using (var db = work.Store.Open(work.Actor))
        {
            users = await AccountsOf(db, work.Records).Select(u => u.Id).ToListAsync();
            parts = (await Parts(db, work.Records)).Count;
        }
        for (var i = 0; i < parts; i++)
            if (await redaction.TakeOut(work.Actor, async db => (await Parts(db, work.Records))[i], users, "erasure") is > 0 and var count)
                return count;
        return 0;
    }

    // Each has an index of its own.
    private async Task<IReadOnlyList<IQueryable<StoredEvent>>> Parts(AppDb db, IReadOnlyList<Guid> records)
    {
        var (events, parts) = (db.Events.Where(e => e.ContentHash == null), new List<IQueryable<StoredEvent>>());
        foreach (var record in records)
            parts.Add(events.Where(e => e.ForCustomer == record));
        foreach (var kind in rooms.KindsOfData())
            if (kind.Subjects(db, records) is { } subjects)
                parts.Add(events.Where(e => subjects.Contains(e.SubjectId)));
        foreach (var user in await AccountsOf(db, records).Select(u => u.Id).ToListAsync())
            parts.Add(events.Where(e => e.UserId == user));
        return parts;
    }
}
