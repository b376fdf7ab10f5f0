using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Calls;

internal sealed class CallsOfCustomers()
    : PersonalRows<CallRequest>("calls", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    protected override IQueryable<CallRequest> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.CallRequests.Where(c => records.Contains(c.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.CallRequests.Where(c => c.CustomerId == from), only, c => c.CustomerId, to);

    protected override IQueryable<CallRequest> Handed(IQueryable<CallRequest> rows, bool own) =>
        rows.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id);

    protected override ExportRow RowOf(AppDb db, CallRequest c, bool own) =>
        new([
            ("CreatedAt", c.CreatedAt),
            ("Phone", c.Phone),
            ("Text", c.Note),
            ("Status", c.Status),
            ("ScheduledAt", c.ScheduledAt),
            ("Reason", c.Reason),
            .. ForStaff(own, ("Outcome", c.Outcome)),
        ]);

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var calls = Of(db, work.Records);
            return work.Fate == ErasureAction.Erase
                ? calls.ExecuteDeleteAsync()
                : calls
                    .Where(c => c.Phone != null || c.Note != null || c.Reason != null || c.Outcome != null)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(c => c.Phone, (string?)null)
                            .SetProperty(c => c.Note, (string?)null)
                            .SetProperty(c => c.Reason, (string?)null)
                            .SetProperty(c => c.Outcome, (string?)null)
                    );
        });
}
