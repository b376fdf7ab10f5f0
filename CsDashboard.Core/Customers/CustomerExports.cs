using System.Runtime.CompilerServices;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Exports customers to a file, part by part: however many there are, only a thousand are in memory.</summary>
public sealed class CustomerExports(Store store, CustomerLists lists)
{
    private const int Part = 1_000;

    /// <summary>
    /// Those whom the filter lets through, in its order, from the beginning. The export is recorded before its first row. Refuses what
    /// <see cref="CustomerLists.List"/> refuses; signing out ends it in the middle.
    /// </summary>
    public async IAsyncEnumerable<CustomerEntry> Read(
        Actor actor,
        CustomerFilter filter,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(CustomerRights.Export);
        filter = filter with { After = null };
        await using (var db = store.Open(actor))
        {
            var count = await (await lists.After(db, filter)).Customers.CountAsync(cancellation);
            await store.Record(actor, new CustomersExported(actor.TenantId, filter.Told, count), cancellation);
        }
        while (true)
        {
            List<CustomerEntry> rows;
            bool byOrder;
            await using (var db = store.Open(actor))
            {
                (var customers, byOrder) = await lists.After(db, filter);
                var currency = (await Tenants.CurrencyOf(db)).Code;
                rows =
                [
                    .. (await customers.Take(Part).Select(CustomerEntry.Of).ToListAsync(cancellation)).Select(c =>
                        c with
                        {
                            Currency = currency,
                        }
                    ),
                ];
            }
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Part)
                yield break;
            filter = filter with { After = new Cursor(byOrder ? rows[^1].LastOrderAt!.Value : rows[^1].CreatedAt, rows[^1].Id).ToString() };
        }
    }
}
