using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

internal static class KindsOfDataExtensions
{
    /// <summary>All kinds of all rooms. Asked for when they are needed, since those who ask are kinds themselves.</summary>
    public static IEnumerable<CustomerKind> KindsOfData(this IServiceProvider rooms) => rooms.GetServices<CustomerKind>();
}

/// <summary>The record itself. It stays as a number that orders and the history lead to; who it was is taken out.</summary>
internal sealed class ProfilesOfCustomers(ISearchIndex index) : CustomerKind("profile", Fate.Anonymise)
{
    // The others are found by what stands here.
    public override int Order => 100;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Task.FromResult(records.Count);

    public override async IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var currency = await Tenants.CurrencyOf(db);
        await foreach (var c in db.Customers.Where(c => records.Contains(c.Id)).OrderBy(c => c.Number).AsAsyncEnumerable())
            yield return new HandedRow([.. CustomerFields.All.Where(f => f.Handed == Handed.ToAll || (f.Handed == Handed.ToStaff && !own)).Select(f => (f.Name, Told(f, c)))]);

        object? Told(CustomerField field, Customer customer) => field.Kind switch
        {
            FieldKind.Tags => string.Join(", ", customer.Tags),
            FieldKind.Value => new Money((decimal)field.Of(customer)!, currency).ToString(),
            _ => field.Of(customer),
        };
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => db.Customers.Where(c => records.Contains(c.Id)).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) => work.Write(async db =>
    {
        var customers = await db.Customers.AsNoTracking().Where(c => work.Records.Contains(c.Id) && c.ErasedAt == null).ToListAsync();
        foreach (var c in customers)
        {
            await db.Customers.Where(x => x.Id == c.Id).ExecuteUpdateAsync(row =>
            {
                foreach (var field in CustomerFields.All) field.Forget(row, c);
                row.SetProperty(x => x.ErasedAt, db.Actor.Now);
            });
            await index.Remove(db, CustomerIndex.Kind, c.Id);
        }
        return customers.Count;
    });
}

/// <summary>Sign-in accounts. They are ended before anything else is touched.</summary>
internal sealed class AccountsOfCustomers : CustomerKind
{
    internal const string Kind = "accounts";

    public AccountsOfCustomers() : base(Kind, Fate.Anonymise) { }

    public override int Order => 50;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => AccountsOf(db, records).CountAsync();

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Users.Where(u => u.CustomerId == from), only, u => u.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var sessions = db.Sessions;
        return AccountsOf(db, records).OrderBy(u => u.Id).Select(u => new { u.Name, u.Email, u.Language, u.TimeZone, u.CreatedAt, u.LastSignInAt, u.SignIns, Sessions = sessions.Where(s => s.UserId == u.Id).OrderBy(s => s.CreatedAt).Select(s => new { s.CreatedAt, s.Address, s.Browser }).ToList() })
            .AsAsyncEnumerable().Select(u => new HandedRow(("Name", u.Name), ("Email", u.Email), ("Language", u.Language), ("TimeZone", u.TimeZone), ("CreatedAt", u.CreatedAt), ("LastSignInAt", u.LastSignInAt), ("SignIns", u.SignIns),
                ("Sessions", u.Sessions.Select(s => new HandedRow(("CreatedAt", s.CreatedAt), ("Address", s.Address), ("Browser", s.Browser))).ToList())));
    }

    public override Task<int> Erase(Erasing work) => work.Write(db => Users.Forget(db, work.Records));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => AccountsOf(db, records).Select(u => u.Id);
}

internal sealed class NotesOfCustomers() : CustomerKind("notes", Fate.Erase, Fate.Keep)
{
    public override bool IsStaffOnly => true;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.CustomerNotes.CountAsync(n => records.Contains(n.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.CustomerNotes.Where(n => n.CustomerId == from), only, n => n.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.CustomerNotes.Where(n => records.Contains(n.CustomerId)).OrderBy(n => n.At).ThenBy(n => n.Id).AsAsyncEnumerable().Select(n => new HandedRow(("At", n.At), ("Author", n.Author), ("Text", n.Text)));

    public override Task<int> Erase(Erasing work) => work.Write(async db =>
    {
        var ids = await db.CustomerNotes.Where(n => work.Records.Contains(n.CustomerId)).Take(Erasing.AtOnce).Select(n => n.Id).ToListAsync();
        return await db.CustomerNotes.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync();
    });
}

/// <summary>What the customer said of their trading. The versions count up by time, whichever record they were said to.</summary>
internal sealed class QuestionnairesOfCustomers() : CustomerKind("questionnaires", Fate.Erase, Fate.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Questionnaires.CountAsync(q => records.Contains(q.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var ids = await db.Questionnaires.Where(q => q.CustomerId == from && (only == null || only.Contains(q.Id))).Select(q => q.Id).ToListAsync();
        if (ids.Count == 0) return ids;
        // Out of the way of versions that are there, then counted anew.
        await db.Questionnaires.Where(q => ids.Contains(q.Id)).ExecuteUpdateAsync(set => set.SetProperty(q => q.CustomerId, to).SetProperty(q => q.Version, q => -1_000_000 - q.Version));
        foreach (var customer in new[] { from, to }) await CountAnew(db, customer);
        return ids;
    }

    private static async Task CountAnew(AppDb db, Guid customer)
    {
        var ids = await db.Questionnaires.Where(q => q.CustomerId == customer).OrderBy(q => q.At).ThenBy(q => q.Id).Select(q => q.Id).ToListAsync();
        // Twice, since two rows cannot have the same version for a moment either.
        for (var i = 0; i < ids.Count; i++) await Number(ids[i], -1 - i);
        for (var i = 0; i < ids.Count; i++) await Number(ids[i], 1 + i);

        Task Number(Guid id, int version) => db.Questionnaires.Where(q => q.Id == id).ExecuteUpdateAsync(set => set.SetProperty(q => q.Version, version));
    }

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Questionnaires.Where(q => records.Contains(q.CustomerId)).OrderBy(q => q.At).ThenBy(q => q.Id).AsAsyncEnumerable().Select(q => new HandedRow(
            ("At", q.At), ("Version", q.Version), ("Experience", Word.Of(q.Experience)), ("Tolerance", Word.Of(q.Tolerance)), ("Pairs", string.Join(", ", q.Pairs)), ("Answers", string.Join("\n", q.Answers.Select(a => $"{a.Key}: {a.Value}")))));

    public override Task<int> Erase(Erasing work) => work.Write(db => db.Questionnaires.Where(q => work.Records.Contains(q.CustomerId)).ExecuteDeleteAsync());
}

internal sealed class RiskPlansOfCustomers() : CustomerKind("riskplans", Fate.Erase, Fate.Keep)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.RiskPlans.CountAsync(p => records.Contains(p.CustomerId));

    // There is one for each record: the winner's own stays, and the loser's waits with the loser.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        if (await db.RiskPlans.AnyAsync(p => p.CustomerId == to)) return [];
        return await db.RiskPlans.Where(p => p.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(p => p.CustomerId, to)) > 0 ? [from] : [];
    }

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.RiskPlans.Where(p => records.Contains(p.CustomerId)).AsAsyncEnumerable()
            .Select(p => new HandedRow(("At", p.UpdatedAt), ("Limits", string.Join("\n", JsonSerializer.Deserialize<Dictionary<string, object>>(p.LimitText)!.Select(l => $"{l.Key}: {l.Value}")))));

    public override Task<int> Erase(Erasing work) => work.Write(db => db.RiskPlans.Where(p => work.Records.Contains(p.CustomerId)).ExecuteDeleteAsync());
}

/// <summary>Bells and mails to the customer; and those to staff that name them, which are of no use any more.</summary>
internal sealed class NotificationsOfCustomers(IServiceProvider rooms) : CustomerKind("notifications", Fate.Erase)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Notifications.CountAsync(n => records.Any(r => r == n.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Notifications.Where(n => n.CustomerId == from), only, n => n.CustomerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Notifications.Where(n => records.Any(r => r == n.CustomerId) && !n.IsSecret).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).AsAsyncEnumerable()
            .Select(n => new HandedRow(("At", n.CreatedAt), ("Channel", n.Channel), ("Status", n.Status), ("Title", n.Title), ("Text", n.Content), ("Address", n.Address)));

    public override Task<int> Erase(Erasing work) => work.Write(async db =>
    {
        var people = await db.Customers.Where(c => work.Records.Contains(c.Id) && c.ErasedAt == null).Select(c => new { c.Name, c.Email, c.NormalizedEmail, c.Phone }).ToListAsync();
        var (users, count) = (await AccountsOf(db, work.Records).Select(u => u.Id).ToListAsync(), 0);
        count += await db.Notifications.Where(n => work.Records.Any(r => r == n.CustomerId) || users.Any(u => u == n.UserId)).ExecuteDeleteAsync();
        // What staff were told of their tickets and calls leads there by its link.
        foreach (var kind in rooms.KindsOfData())
            if (kind.Subjects(db, work.Records) is { } subjects)
                foreach (var some in (await subjects.ToListAsync()).Chunk(500))
                {
                    var links = some.Select(id => $"/desk/tickets/{id}").ToList();
                    count += await db.Notifications.Where(n => n.Link != null && links.Contains(n.Link)).ExecuteDeleteAsync();
                }
        foreach (var person in people)
            foreach (var word in new[] { person.Name, person.Email, person.NormalizedEmail, person.Phone }.Where(w => w is { Length: > 2 }).Distinct())
                count += await db.Notifications.Where(n => n.Title.Contains(word!) || n.Content.Contains(word!) || n.Address == word).ExecuteDeleteAsync();
        return count;
    });
}

/// <summary>How the customer wants to be told of things.</summary>
internal sealed class NoticePreferencesOfCustomers() : CustomerKind("preferences", Fate.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.NoticePreferences.CountAsync(p => records.Contains(p.PersonId));

    // There is one for each record: the winner's own stays, and the loser's waits with the loser.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.NoticePreferences.AnyAsync(p => p.PersonId == to) ? [] : await Give(db.NoticePreferences.Where(p => p.PersonId == from), only, p => p.PersonId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.NoticePreferences.Where(p => records.Contains(p.PersonId)).AsAsyncEnumerable().Select(p => new HandedRow(
        [
            ("At", p.UpdatedAt), .. Channel.All.Select(channel => (channel.TopicsField, (object?)(p.Set.Of(channel) is { IsOn: true } choice ? choice.Topics : NoticeTopic.None))),
            ("Daily", p.Daily), ("Quiet", p.QuietFrom is { } quiet ? $"{quiet:HH\\:mm}–{p.QuietUntil:HH\\:mm}" : null),
        ]));

    public override Task<int> Erase(Erasing work) => work.Write(db => db.NoticePreferences.Where(p => work.Records.Contains(p.PersonId)).ExecuteDeleteAsync());
}

/// <summary>What merges remember of the fields of both records.</summary>
internal sealed class MergesOfCustomers() : CustomerKind("merges", Fate.Erase)
{
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.CustomerMerges.CountAsync(m => records.Contains(m.LoserId));

    public override Task<int> Erase(Erasing work) => work.Write(db =>
        db.CustomerMerges.Where(m => (work.Records.Contains(m.WinnerId) || work.Records.Contains(m.LoserId)) && m.StateText != "{}").ExecuteUpdateAsync(set => set.SetProperty(m => m.StateText, "{}")));
}

/// <summary>
/// What was recorded of the customer, of their account and things, and by them. The entries stay, sealed in their chain; what they
/// said is taken out (docs/decisions/0014).
/// </summary>
internal sealed class HistoryOfCustomers(Redaction redaction, IServiceProvider rooms) : CustomerKind("history", Fate.Anonymise, Fate.Keep)
{
    // While the things that it tells of are still there to be asked for.
    public override int Order => -100;
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records)
    {
        var count = 0;
        foreach (var part in await Parts(db, records)) count += await part.CountAsync();
        return count;
    }

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Events.Where(e => records.Any(r => r == e.ForCustomer) || records.Contains(e.SubjectId)).OrderBy(e => e.Id).AsAsyncEnumerable()
            .Select(e => new HandedRow(("At", e.At), ("Author", e.ActorName), ("Text", AuditWord.SentenceOf(e, db.Actor.Language))));

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
            if (await redaction.TakeOut(work.Actor, async db => (await Parts(db, work.Records))[i], users, "erasure") is > 0 and var count) return count;
        return 0;
    }

    // Each has an index of its own.
    private async Task<IReadOnlyList<IQueryable<StoredEvent>>> Parts(AppDb db, IReadOnlyList<Guid> records)
    {
        var (events, parts) = (db.Events.Where(e => e.ContentHash == null), new List<IQueryable<StoredEvent>>());
        foreach (var record in records) parts.Add(events.Where(e => e.ForCustomer == record));
        foreach (var kind in rooms.KindsOfData())
            if (kind.Subjects(db, records) is { } subjects) parts.Add(events.Where(e => subjects.Contains(e.SubjectId)));
        foreach (var user in await AccountsOf(db, records).Select(u => u.Id).ToListAsync()) parts.Add(events.Where(e => e.UserId == user));
        return parts;
    }
}

/// <summary>That there was a customer with this address, for ever (rules.md 000): the hash of the address, and who deleted when.</summary>
internal sealed class PermanentRecordsOfCustomers() : CustomerKind("permanent", Fate.Keep)
{
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.RemovedCustomers.CountAsync(r => records.Contains(r.CustomerId));
}
