using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

internal sealed class NotesOfCustomers() : PersonalRows<CustomerNote>("notes", ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsStaffOnly => true;

    protected override IQueryable<CustomerNote> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.CustomerNotes.Where(n => records.Contains(n.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.CustomerNotes.Where(n => n.CustomerId == from), only, n => n.CustomerId, to);

    protected override IQueryable<CustomerNote> Handed(IQueryable<CustomerNote> rows, bool own) =>
        rows.OrderBy(n => n.At).ThenBy(n => n.Id);

    protected override ExportRow RowOf(AppDb db, CustomerNote n, bool own) => new(("At", n.At), ("Author", n.Author), ("Text", n.Text));

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var ids = await Of(db, work.Records).Take(Erasing.AtOnce).Select(n => n.Id).ToListAsync();
            return await db.CustomerNotes.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync();
        });
}
