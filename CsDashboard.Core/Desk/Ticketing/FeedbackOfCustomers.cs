using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

internal sealed class FeedbackOfCustomers()
    : PersonalRows<Feedback>("feedback", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    protected override IQueryable<Feedback> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Feedback.Where(f => records.Contains(f.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Feedback.Where(f => f.CustomerId == from), only, f => f.CustomerId, to);

    protected override IQueryable<Feedback> Handed(IQueryable<Feedback> rows, bool own) => rows.OrderBy(f => f.CreatedAt).ThenBy(f => f.Id);

    protected override ExportRow RowOf(AppDb db, Feedback f, bool own) =>
        new(("At", f.CreatedAt), ("Rating", f.Rating), ("Text", f.Comment));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var feedback = Of(db, work.Records);
            return work.Fate == ErasureAction.Erase
                ? feedback.ExecuteDeleteAsync()
                : feedback.Where(f => f.Comment != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Comment, (string?)null));
        });
}
