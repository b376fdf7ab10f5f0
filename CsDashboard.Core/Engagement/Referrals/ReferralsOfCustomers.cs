using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Whom the customer brought. The rows hold no words but the agent's note; they are the company's figures.</summary>
internal sealed class ReferralsOfCustomers() : PersonalData("referrals", ErasureAction.Anonymise, ErasureAction.Erase, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Referrals.CountAsync(r => records.Contains(r.ReferrerId));

    // A customer who referred themselves under another record has referred nobody: such a row stays where it is.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Referrals.Where(r => r.ReferrerId == from && r.RefereeId != to), only, r => r.ReferrerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .Referrals.Where(r => records.Contains(r.ReferrerId))
            .OrderBy(r => r.CreatedAt)
            .ThenBy(r => r.Id)
            .AsAsyncEnumerable()
            .Select(r => new ExportRow([
                ("At", r.CreatedAt),
                ("Status", r.Status),
                .. own ? [] : new (string, object?)[] { ("Reason", r.Note) },
            ]));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.Referrals.Where(r => records.Contains(r.ReferrerId) || records.Contains(r.RefereeId)).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
        {
            var referrals = db.Referrals.Where(r => work.Records.Contains(r.ReferrerId));
            return work.Fate == ErasureAction.Erase
                ? referrals.ExecuteDeleteAsync()
                : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
        });
}
