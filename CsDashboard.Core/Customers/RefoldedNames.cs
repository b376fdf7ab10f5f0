using CsDashboard.Customers.Merging;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>The keys that tell which customers have the same name (<see cref="MatchKeys"/>).</summary>
internal sealed class RefoldedNames : IKeepFolded
{
    private const int AtOnce = 200;

    public string Kept => "customers";

    public async Task<string?> FoldSome(AppDb db, string? after)
    {
        var place = after is null ? Guid.Empty : Guid.Parse(after);
        var rows = await Everywhere(db).Where(c => c.Id > place && c.ErasedAt == null).OrderBy(c => c.Id).Take(AtOnce).ToListAsync();
        foreach (var some in rows.GroupBy(c => c.TenantId))
        {
            db.Switch(Actor.System(some.Key));
            // It is derived from the name, which has not changed, so EF must be told.
            foreach (var customer in some)
                db.Entry(customer).Property(c => c.NameKey).IsModified = true;
            await db.SaveChangesAsync();
        }
        return rows.Count < AtOnce ? null : rows[^1].Id.ToString();
    }

#pragma warning disable RS0030 // One walk through the customers of every company; each is then written as its own.
    private static IQueryable<Customer> Everywhere(AppDb db) => db.Customers.IgnoreQueryFilters();
#pragma warning restore RS0030
}
