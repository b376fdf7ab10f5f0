using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Customers.Merging;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// A customer is forgotten: every kind of data that rooms keep of them is erased, made anonymous or, with its reason, kept.
/// </summary>
public sealed class Erasures(Store store, Sessions sessions, IEnumerable<PersonalData> kinds, IEnumerable<IHoldCustomer> holds)
{
    /// <summary>What is stored and what may happen to it. NotFound for another company's customer.</summary>
    public async Task<ErasurePlan> Plan(Actor actor, Guid customerId)
    {
        actor.Demand(CustomerRights.Erase);
        await using var db = store.Open(actor);
        var customer = await CustomerRecords.Find(db, customerId);
        var (records, lines) = (await Merges.RecordsOf(db, customerId), new List<ErasureLine>());
        foreach (var kind in kinds)
            lines.Add(new ErasureLine(kind.Name, await kind.Count(db, records), kind.Fates, Words.Of($"Kind_{kind.Name}_Why")));
        var latest = await db.Erasures.Where(e => e.CustomerId == customerId).OrderByDescending(e => e.At).FirstOrDefaultAsync();
        return new ErasurePlan(
            CustomerRecords.ViewOf(customer),
            lines,
            await Held(db, records),
            customer.ErasedAt,
            latest is null ? null : ViewOf(latest)
        );
    }

    /// <summary>
    /// Begins: the customer counts as deleted and their account is ended at once; <see cref="Run"/> does the rest. Refused as Invalid
    /// while an order or a complaint is open (contract C4), for a confirmation that is neither number nor unique id, and for a fate
    /// that the kind doesn't allow; Conflict for a customer who is erased or being erased, and for a record that leads to another.
    /// </summary>
    public async Task<ErasureView> Begin(Actor actor, Guid customerId, ErasureInput input)
    {
        actor.Demand(CustomerRights.Erase);
        input.Checked();
        var fates = Chosen(input);
        var outside = await holds.WhyOutside(actor, customerId);
        var (begun, ended) = await store.Write(
            actor,
            async db =>
            {
                var customer = await CustomerRecords.Find(db, customerId);
                if (customer.ErasedAt is not null || await db.Erasures.AnyAsync(e => e.CustomerId == customerId && e.FinishedAt == null))
                    throw Refusal.Conflict(Words.Of("Customer_IsErased"), "erased");
                if (customer.MergedInto is not null)
                    throw Refusal.Conflict(Words.Of("Merge_Gone", customer.Name), "merge_gone");
                var confirm = input.Confirm!.Trim();
                if (confirm != customer.UniqueId && confirm != customer.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    throw Refusal.Invalid("confirm", Words.Of("Erasure_Confirm"));
                var records = await Merges.RecordsOf(db, customerId);
                if ((outside ?? await Held(db, records)) is { } open)
                    throw Refusal.Invalid("customerId", open, "erase_refused");
                var (ended, total) = (new List<(Guid, IReadOnlyList<Guid>)>(), 0);
                foreach (var id in records)
                {
                    var record = await CustomerRecords.Find(db, id);
                    record.Remove(actor.Now);
                    await RemovedCustomer.Keep(db, record);
                    ended.AddRange(await Users.Admit(db, id, false));
                }
                foreach (var kind in kinds.Where(k => fates[k.Name] != ErasureAction.Keep))
                    total += await kind.Count(db, records);
                var erasure = new Erasure
                {
                    CustomerId = customerId,
                    At = actor.Now,
                    By = actor.Name,
                    FateText = JsonSerializer.Serialize(fates, StoredEvent.Json),
                    Total = total,
                };
                db.Erasures.Add(erasure);
                db.Record(new ErasureBegun(customerId, customer.Number, fates));
                return (ViewOf(erasure), ended);
            }
        );
        sessions.Gone(actor.TenantId, ended);
        return begun;
    }

    /// <summary>Goes on in small writes until nothing is left, from wherever it stopped. Safe to repeat and to run twice at once.</summary>
    public async Task<ErasureView> Run(
        Actor actor,
        Guid erasureId,
        IProgress<ErasureView>? progress = null,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(CustomerRights.Erase);
        Erasure erasure;
        IReadOnlyList<Guid> records;
        await using (var db = store.Open(actor))
        {
            erasure = await db.Erasures.SingleOrDefaultAsync(e => e.Id == erasureId, cancellation) ?? throw Refusal.NotFound();
            records = await Merges.RecordsOf(db, erasure.CustomerId);
        }
        if (erasure.FinishedAt is not null)
            return ViewOf(erasure);
        var done = erasure.Done;
        // What is decided stays decided, also for a kind that is new since.
        ErasureAction Of(PersonalData kind) => erasure.Fates.GetValueOrDefault(kind.Name, kind.Fates[0]);
        foreach (var kind in kinds.Where(k => Of(k) != ErasureAction.Keep).OrderBy(k => k.Order))
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = await kind.Erase(new Erasing(store, actor, records, Of(kind)));
                if (count == 0)
                    break;
                done += count;
                var now = await Note(actor, erasureId, done, null, cancellation);
                progress?.Report(now);
            }
        return await Note(actor, erasureId, done, erasure.Fates, cancellation);
    }

    /// <summary>Continues erasures that a stop of the process cut off; for the schedule.</summary>
    internal async Task RunLeft(Actor product)
    {
        List<Guid> left;
        await using (var db = store.Open(product))
            left = await db.Erasures.Where(e => e.FinishedAt == null).OrderBy(e => e.At).Select(e => e.Id).ToListAsync();
        foreach (var id in left)
            await Run(product, id);
    }

    private Task<ErasureView> Note(
        Actor actor,
        Guid erasureId,
        int done,
        IReadOnlyDictionary<string, ErasureAction>? finished,
        CancellationToken cancellation
    ) =>
        store.Write(
            actor,
            async db =>
            {
                var row = await db.Erasures.SingleAsync(e => e.Id == erasureId, cancellation);
                row.Done = done;
                if (finished is not null && row.FinishedAt is null)
                {
                    row.FinishedAt = actor.Now;
                    db.Record(
                        new CustomerErased(
                            row.CustomerId,
                            await db.Customers.Where(c => c.Id == row.CustomerId).Select(c => c.Number).SingleAsync(cancellation),
                            done,
                            finished
                        )
                    );
                }
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, row.CustomerId));
                return ViewOf(row);
            },
            cancellation
        );

    private Dictionary<string, ErasureAction> Chosen(ErasureInput input)
    {
        var fates = kinds.ToDictionary(k => k.Name, k => k.Fates[0]);
        foreach (var (name, word) in input.Fates ?? new Dictionary<string, string>())
        {
            var kind =
                kinds.SingleOrDefault(k => k.Name == name)
                ?? throw Refusal.Invalid("fates", Words.Of("Word_Unknown", string.Join(", ", fates.Keys)));
            fates[name] =
                Word.TryRead<ErasureAction>(word) is { } fate && kind.Fates.Contains(fate)
                    ? fate
                    : throw Refusal.Invalid("fates", Words.Of("Word_Unknown", string.Join(", ", kind.Fates)));
        }
        return fates;
    }

    private async Task<string?> Held(AppDb db, IReadOnlyList<Guid> records)
    {
        foreach (var record in records)
            if (await holds.Why(db, record) is { } open)
                return open;
        return null;
    }

    private static ErasureView ViewOf(Erasure e) => new(e.Id, e.At, e.By, e.Done, e.Total, e.FinishedAt);
}
