using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

public sealed partial class CustomerImports
{
    /// <summary>
    /// Runs what was asked for in a company, one import after another, until nothing is left. An import that fails says so and holds up no
    /// other.
    /// </summary>
    public async Task Work(Actor company, CancellationToken stopping = default)
    {
        while (true)
        {
            CustomerImport? next;
            await using (var db = store.Open(company))
                next = await db
                    .CustomerImports.Where(i =>
                        i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.Undoing
                    )
                    .OrderBy(i => i.CreatedAt)
                    .FirstOrDefaultAsync(stopping);
            if (next is null)
                return;
            // In the history the person who asked is the one who acted.
            var person = company with
            {
                Role = Role.Admin,
                UserId = next.ById,
                Name = next.By,
            };
            try
            {
                if (!await (next.State == ImportState.Undoing ? TakeBack(person, next, stopping) : Add(person, next, stopping)))
                    return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                if (e is not Refusal)
                    log.LogError(e, "The import {Import} failed", next.Id);
                await End(person, next.Id, ImportState.Failed, e is Refusal ? e.Message : Words.Of("Import_Broke"));
            }
        }
    }

    // False when another process is running it.
    private async Task<bool> Add(Actor person, CustomerImport import, CancellationToken stopping)
    {
        await store.Write(person, async db => (await Find(db, import.Id)).Run(), stopping);
        var (handled, failed, batch) = (import.Handled, 0, new List<Customer>(Batch));
        await foreach (var line in Lines(person, import, ImportColumns.Read(import.ColumnText), handled, stopping))
        {
            if (line.Customer is { } customer)
                batch.Add(customer);
            else
                failed++;
            if (batch.Count + failed < Batch)
                continue;
            if (await Keep() is { } over)
                return over;
        }
        if (batch.Count + failed > 0 && await Keep() is { } last)
            return last;
        await End(person, import.Id, ImportState.Done);
        return true;

        async Task<bool?> Keep()
        {
            var outcome = await store.Write(person, db => Add(db, import.Id, handled, batch, failed), stopping);
            handled += batch.Count + failed;
            batch.Clear();
            failed = 0;
            if (outcome is not true)
                return outcome is null ? false : true;
            return null;
        }
    }

    /// <summary>
    /// Adds a batch with a fixed number of queries. Null when another process has handled other rows meanwhile, false when it was asked to
    /// stop.
    /// </summary>
    private static async Task<bool?> Add(AppDb db, Guid importId, int handled, IReadOnlyList<Customer> batch, int failed)
    {
        var import = await Find(db, importId);
        if (import.Handled != handled || import.State != ImportState.Running)
            return null;
        if (import.StopAsked)
        {
            End(db, import, ImportState.Cancelled);
            return false;
        }
        var added = await New(db, batch);
        if (added.Count > 0)
        {
            await GiveUniqueIds(db, added);
            var number = await db.Customers.MaxAsync(c => (long?)c.Number) ?? 1000;
            foreach (var customer in added)
                customer.Number = ++number;
            await db.InsertAll(added);
            db.Record(new CustomersImported(importId, import.FileName, added.Count, added[0].Number, number));
        }
        import.Count(added.Count, batch.Count - added.Count, failed);
        db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, importId));
        return true;
    }

    /// <summary>The customers of a batch who do not exist yet, by address and outside id; of two alike in the batch, the first.</summary>
    private static async Task<List<Customer>> New(AppDb db, IReadOnlyList<Customer> batch)
    {
        var (emails, outside) = (batch.Select(c => c.NormalizedEmail).ToList(), batch.Select(c => c.OutsideId).OfType<string>().ToList());
        var known = (
            await db.Customers.Where(c => emails.Contains(c.NormalizedEmail)).Select(c => c.NormalizedEmail).ToListAsync()
        ).ToHashSet(StringComparer.Ordinal);
        var knownOutside =
            outside.Count == 0
                ? []
                : (
                    await db
                        .Customers.Where(c => c.OutsideId != null && outside.Contains(c.OutsideId))
                        .Select(c => c.OutsideId!)
                        .ToListAsync()
                ).ToHashSet(StringComparer.Ordinal);
        var fresh = new List<Customer>(batch.Count);
        foreach (var customer in batch)
            if (!known.Contains(customer.NormalizedEmail) && (customer.OutsideId is null || knownOutside.Add(customer.OutsideId)))
            {
                known.Add(customer.NormalizedEmail);
                fresh.Add(customer);
            }
        return fresh;
    }

    // With eight digits, two of a million customers may draw the same id.
    private static async Task GiveUniqueIds(AppDb db, List<Customer> customers)
    {
        while (true)
        {
            var ids = customers.ConvertAll(c => c.UniqueId);
            var taken = (await db.Customers.Where(c => ids.Contains(c.UniqueId)).Select(c => c.UniqueId).ToListAsync()).ToHashSet(
                StringComparer.Ordinal
            );
            var again = customers.FindAll(c => !taken.Add(c.UniqueId));
            if (again.Count == 0)
                return;
            foreach (var customer in again)
                customer.UniqueId = Customer.NewUniqueId();
        }
    }

    private async Task<bool> TakeBack(Actor person, CustomerImport import, CancellationToken stopping)
    {
        var (id, to) = (import.Id, import.UndoneTo);
        while (true)
        {
            var outcome = await store.Write(person, db => TakeBack(db, id, to), stopping);
            if (outcome is not { } reached)
                return false;
            if (reached == to)
                return true;
            to = reached;
        }
    }

    /// <summary>
    /// Takes a batch back. Gives the number it came to, the same one when nothing was left; null when another process is doing it.
    /// </summary>
    private static async Task<long?> TakeBack(AppDb db, Guid importId, long after)
    {
        var import = await Find(db, importId);
        if (import.UndoneTo != after || import.State != ImportState.Undoing)
            return null;
        var batch = await db
            .Customers.AsNoTracking()
            .Where(c => c.ImportId == importId && c.Number > after)
            .OrderBy(c => c.Number)
            .Take(Batch)
            .Select(c => new
            {
                c.Id,
                c.Number,
                Changed = c.Version > 0 || c.TotalOrders > 0 || c.TotalComplaints > 0,
            })
            .ToListAsync();
        if (batch.Count == 0)
        {
            import.End(ImportState.Undone, db.Actor.Now);
            db.Record(new CustomerImportUndone(importId, import.FileName, import.Removed, import.Kept));
            db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, importId));
            return after;
        }
        // Whatever happened to a customer in whichever room was recorded, and an import records nothing of each one.
        var ids = batch.ConvertAll(c => c.Id);
        var touched = batch.Where(c => c.Changed).Select(c => c.Id).ToHashSet();
        touched.UnionWith(await db.Events.Where(e => ids.Contains(e.SubjectId)).Select(e => e.SubjectId).Distinct().ToListAsync());
        touched.UnionWith(
            await db
                .Events.Where(e => e.ForCustomer != null && ids.Contains(e.ForCustomer.Value))
                .Select(e => e.ForCustomer!.Value)
                .Distinct()
                .ToListAsync()
        );
        touched.UnionWith(
            await db
                .Users.Where(u => u.CustomerId != null && ids.Contains(u.CustomerId.Value))
                .Select(u => u.CustomerId!.Value)
                .ToListAsync()
        );
        var gone = ids.FindAll(id => !touched.Contains(id));
        if (gone.Count > 0)
        {
            await db.Customers.Where(c => gone.Contains(c.Id)).ExecuteDeleteAsync();
            db.Record(new ImportedCustomersRemoved(importId, import.FileName, gone));
        }
        import.CountUndone(gone.Count, touched.Count, batch[^1].Number);
        db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, importId));
        return batch[^1].Number;
    }

    private Task End(Actor person, Guid importId, ImportState state, string? why = null) =>
        store.Write(person, async db => End(db, await Find(db, importId), state, why), CancellationToken.None);

    private static void End(AppDb db, CustomerImport import, ImportState state, string? why = null)
    {
        import.End(state, db.Actor.Now, why);
        db.Record(new CustomerImportEnded(import.Id, import.FileName, state, import.Tally));
        db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, import.Id));
    }
}
