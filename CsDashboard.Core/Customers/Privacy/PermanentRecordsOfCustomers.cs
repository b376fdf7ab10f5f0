using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// That there was a customer with this address, for ever (contract: enhanced, No-delete policy): the hash of the address, and who deleted
/// when.
/// </summary>
internal sealed class PermanentRecordsOfCustomers() : PersonalRows<RemovedCustomer>("permanent", ErasureAction.Keep)
{
    public override bool IsStaffOnly => true;
    public override bool IsTold => false;

    protected override IQueryable<RemovedCustomer> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.RemovedCustomers.Where(r => records.Contains(r.CustomerId));

    protected override IQueryable<RemovedCustomer> Handed(IQueryable<RemovedCustomer> rows, bool own) => rows.OrderBy(r => r.At);

    protected override ExportRow RowOf(AppDb db, RemovedCustomer r, bool own) => new(("At", r.At), ("Author", r.By));
}
