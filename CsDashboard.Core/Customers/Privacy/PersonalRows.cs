using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>
/// A kind whose rows lie in one table. Which of them are the customer's is said once: those are counted, handed out and erased.
/// </summary>
public abstract class PersonalRows<T>(string name, params ErasureAction[] fates) : PersonalData(name, fates)
    where T : class
{
    protected abstract IQueryable<T> Of(AppDb db, IReadOnlyList<Guid> records);

    /// <summary>Those that are handed out, oldest first.</summary>
    protected abstract IQueryable<T> Handed(IQueryable<T> rows, bool own);

    protected abstract ExportRow RowOf(AppDb db, T row, bool own);

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        Handed(Of(db, records), own).AsAsyncEnumerable().Select(row => RowOf(db, row, own));

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());
}
