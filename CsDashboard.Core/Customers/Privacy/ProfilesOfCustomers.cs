using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>The record itself. It stays as a number that orders and the history lead to; who it was is taken out.</summary>
internal sealed class ProfilesOfCustomers(ISearchIndex index) : PersonalData("profile", ErasureAction.Anonymise)
{
    // The other kinds are found through this one.
    public override int Order => 100;
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Task.FromResult(records.Count);

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var currency = await Tenants.CurrencyOf(db);
        await foreach (var c in db.Customers.Where(c => records.Contains(c.Id)).OrderBy(c => c.Number).AsAsyncEnumerable())
            yield return new ExportRow([
                .. CustomerFields
                    .All.Where(f => f.Handed == ExportedData.ToAll || (f.Handed == ExportedData.ToStaff && !own))
                    .Select(f => (f.Name, Told(f, c))),
            ]);

        object? Told(CustomerField field, Customer customer) =>
            field.Kind switch
            {
                FieldKind.Tags => string.Join(", ", customer.Tags),
                FieldKind.Value => new Money((decimal)field.Of(customer)!, currency).ToString(),
                _ => field.Of(customer),
            };
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.Customers.Where(c => records.Contains(c.Id)).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var customers = await db.Customers.AsNoTracking().Where(c => work.Records.Contains(c.Id) && c.ErasedAt == null).ToListAsync();
            foreach (var c in customers)
            {
                await db
                    .Customers.Where(x => x.Id == c.Id)
                    .ExecuteUpdateAsync(row =>
                    {
                        foreach (var field in CustomerFields.All)
                            field.Forget(row, c);
                        row.SetProperty(x => x.ErasedAt, db.Actor.Now);
                    });
                await index.Remove(db, CustomerIndex.Kind, c.Id);
            }
            return customers.Count;
        });
}
