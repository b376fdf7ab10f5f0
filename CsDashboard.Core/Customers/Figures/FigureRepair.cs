using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Figures;

/// <summary>
/// Compares every customer's stored figures with the rows and repairs differences. What an outside service reported last is left alone: it
/// is the source there, and our rows may be incomplete (contract: crm, Statistics: values are absolute).
/// </summary>
public sealed class FigureRepair(Store store, Tenants tenants, IEnumerable<ICountForCustomers> counters)
{
    private const int AtOnce = 500;
    private readonly NightWindow nights = new(tenants);

    /// <summary>
    /// Goes through the company by key, in small writes, and gives how many were repaired. For admins and the schedule; safe to repeat.
    /// </summary>
    public async Task<int> Repair(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(CustomerRights.SetStanding);
        var (after, repaired) = (Guid.Empty, 0);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<Guid> ids,
                wrong;
            await using (var db = store.Open(actor))
            {
                var customers = await Next(db, after).ToListAsync(cancellation);
                if (customers.Count == 0)
                    return repaired;
                (after, ids) = (customers[^1].Id, customers.ConvertAll(c => c.Id));
                var right = await Right(db, ids);
                wrong = customers.Where(c => right(c) != c.Sourced).Select(c => c.Id).ToList();
            }
            // Read without making anybody wait; corrected inside a write, where nobody can interfere.
            if (wrong.Count > 0)
                repaired += await store.Write(actor, db => SetRight(db, wrong), cancellation);
        }
    }

    /// <summary>Once a night by the company's own clock.</summary>
    internal async Task ByNight(Actor product)
    {
        if (await nights.Begin(product))
            await Repair(product);
    }

    private static IQueryable<Customer> Next(AppDb db, Guid after) =>
        db.Customers.Where(c => c.Id > after && c.MergedInto == null).OrderBy(c => c.Id).Take(AtOnce);

    private async Task<int> SetRight(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var (right, count) = (await Right(db, ids), 0);
        foreach (var customer in await db.Customers.Where(c => ids.Contains(c.Id)).ToListAsync())
        {
            var before = customer.Figures;
            if (!customer.Take(right(customer)))
                continue;
            db.Record(new CustomerFiguresRepaired(customer.Id, customer.Name, before, customer.Figures));
            db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, customer.Id));
            count++;
        }
        return count;
    }

    private async Task<Func<Customer, SourcedFigures>> Right(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        var counts = new List<Func<Guid, CustomerFigures, CustomerFigures>>();
        foreach (var counter in counters)
            counts.Add(await counter.Count(db, ids));
        return customer => customer.Sourced.Counted(counts.Aggregate(customer.Figures, (figures, count) => count(customer.Id, figures)));
    }
}
