using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

internal sealed class FeedbackOfCustomers() : PersonalData("feedback", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Feedback.CountAsync(f => records.Contains(f.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Feedback.Where(f => f.CustomerId == from), only, f => f.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .Feedback.Where(f => records.Contains(f.CustomerId))
            .OrderBy(f => f.CreatedAt)
            .ThenBy(f => f.Id)
            .AsAsyncEnumerable()
            .Select(f => new ExportRow(("At", f.CreatedAt), ("Rating", f.Rating), ("Text", f.Comment)));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var feedback = db.Feedback.Where(f => work.Records.Contains(f.CustomerId));
            return work.Fate == ErasureAction.Erase
                ? feedback.ExecuteDeleteAsync()
                : feedback.Where(f => f.Comment != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Comment, (string?)null));
        });
}
