using System.Runtime.CompilerServices;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Importing;

public sealed partial class CustomerImports
{
    private protected override async IAsyncEnumerable<ImportBatch<CustomerImport>> Batches(
        Actor person,
        CustomerImport run,
        [EnumeratorCancellation] CancellationToken stopping
    )
    {
        var (failed, batch) = (0, new List<Customer>(Batch));
        await foreach (var line in Lines(person, run, ImportColumns.Read(run.ColumnText), run.Handled, stopping))
        {
            if (line.Customer is { } customer)
                batch.Add(customer);
            else
                failed++;
            if (batch.Count + failed < Batch)
                continue;
            yield return Of(batch, failed);
            (failed, batch) = (0, new List<Customer>(Batch));
        }
        if (batch.Count + failed > 0)
            yield return Of(batch, failed);

        static ImportBatch<CustomerImport> Of(List<Customer> batch, int failed) =>
            new(batch.Count + failed, (db, import) => Add(db, import, batch, failed));
    }

    // A batch is added with a fixed number of queries.
    private static async Task Add(AppDb db, CustomerImport import, IReadOnlyList<Customer> batch, int failed)
    {
        var added = await New(db, batch);
        if (added.Count > 0)
        {
            await GiveUniqueIds(db, added);
            var number = await db.Customers.MaxAsync(c => (long?)c.Number) ?? 1000;
            foreach (var customer in added)
                customer.Number = ++number;
            await db.InsertAll(added);
            db.Record(new CustomersImported(import.Id, import.FileName, added.Count, added[0].Number, number));
        }
        import.Count(added.Count, batch.Count - added.Count, failed);
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

    private protected override async Task<long?> Remove(AppDb db, CustomerImport run, long after)
    {
        var batch = await db
            .Customers.AsNoTracking()
            .Where(c => c.ImportId == run.Id && c.Number > after)
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
            return null;
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
            db.Record(new ImportedCustomersRemoved(run.Id, run.FileName, gone));
        }
        run.CountUndone(gone.Count, touched.Count, batch[^1].Number);
        return batch[^1].Number;
    }
}
