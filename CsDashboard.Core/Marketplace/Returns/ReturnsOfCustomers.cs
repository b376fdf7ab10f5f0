using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Returns;

/// <summary>What came back and what was paid for it is in the books; what people wrote about it goes.</summary>
internal sealed class ReturnsOfCustomers() : PersonalRows<Return>("returns", ErasureAction.Anonymise, ErasureAction.Keep)
{
    protected override IQueryable<Return> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Returns.Where(r => records.Contains(r.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Returns.Where(r => r.CustomerId == from), only, r => r.CustomerId, to);

    protected override IQueryable<Return> Handed(IQueryable<Return> rows, bool own) =>
        rows.Include(r => r.Lines.OrderBy(l => l.Place)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    protected override ExportRow RowOf(AppDb db, Return r, bool own) =>
        new(
            ("Number", r.Number),
            ("At", r.CreatedAt),
            ("Status", r.Status),
            ("Reason", r.Reason),
            ("Text", r.Description),
            ("Note", r.Note),
            ("Refunded", r.RefundAmount),
            ("Lines", r.Lines.OrderBy(l => l.Place).Select(l => new ExportRow(("Name", l.Name), ("Quantity", l.Quantity))).ToList())
        );

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            Of(db, work.Records)
                .Where(r => r.Description != null || r.Note != null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Description, (string?)null).SetProperty(r => r.Note, (string?)null))
        );
}
