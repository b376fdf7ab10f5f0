using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>What somebody answered others about products.</summary>
internal sealed class AnswersOfCustomers() : PersonalRows<Answer>("answers", ErasureAction.Erase)
{
    protected override IQueryable<Answer> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Answers.Where(a => a.CustomerId != null && records.Contains(a.CustomerId.Value));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Answers.Where(a => a.CustomerId == from), only, a => a.CustomerId, (Guid?)to);

    protected override IQueryable<Answer> Handed(IQueryable<Answer> rows, bool own) => rows.OrderBy(a => a.CreatedAt).ThenBy(a => a.Id);

    protected override ExportRow RowOf(AppDb db, Answer a, bool own) =>
        new(("At", a.CreatedAt), ("Name", a.Name), ("Text", a.Text), ("Status", a.State));
}
