using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>The code to hand on. There is one for each record: the winner's own stays.</summary>
internal sealed class ReferralLinksOfCustomers() : CustomerKind("referrallinks", Fate.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.ReferralLinks.CountAsync(l => records.Contains(l.CustomerId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        if (await db.ReferralLinks.AnyAsync(l => l.CustomerId == to)) return [];
        return await db.ReferralLinks.Where(l => l.CustomerId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.CustomerId, to)) > 0 ? [from] : [];
    }

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.ReferralLinks.Where(l => records.Contains(l.CustomerId)).AsAsyncEnumerable().Select(l => new HandedRow(("CreatedAt", l.CreatedAt), ("Code", l.Code), ("Clicks", l.Clicks)));

    public override Task<int> Erase(Erasing work) => work.Write(db => db.ReferralLinks.Where(l => work.Records.Contains(l.CustomerId)).ExecuteDeleteAsync());
}

/// <summary>Whom the customer brought. The rows hold no word of anybody but the agent's note; they are figures of the company.</summary>
internal sealed class ReferralsOfCustomers() : CustomerKind("referrals", Fate.Anonymise, Fate.Erase, Fate.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Referrals.CountAsync(r => records.Contains(r.ReferrerId));

    // Who brought themselves under another record has brought nobody: such a row stays where it is.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) => Give(db.Referrals.Where(r => r.ReferrerId == from && r.RefereeId != to), only, r => r.ReferrerId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Referrals.Where(r => records.Contains(r.ReferrerId)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).AsAsyncEnumerable().Select(r => new HandedRow([("At", r.CreatedAt), ("Status", r.Status), .. own ? [] : new (string, object?)[] { ("Reason", r.Note) }]));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => db.Referrals.Where(r => records.Contains(r.ReferrerId) || records.Contains(r.RefereeId)).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) => work.Write(db =>
    {
        var referrals = db.Referrals.Where(r => work.Records.Contains(r.ReferrerId));
        return work.Fate == Fate.Erase ? referrals.ExecuteDeleteAsync() : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
    });
}

/// <summary>That the customer was brought by somebody.</summary>
internal sealed class ReferralOfCustomer() : CustomerKind("referral", Fate.Anonymise, Fate.Erase, Fate.Keep)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.Referrals.CountAsync(r => records.Contains(r.RefereeId));

    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.Referrals.AnyAsync(r => r.RefereeId == to) ? [] : await Give(db.Referrals.Where(r => r.RefereeId == from && r.ReferrerId != to), only, r => r.RefereeId, to);

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.Referrals.Where(r => records.Contains(r.RefereeId)).OrderBy(r => r.CreatedAt).AsAsyncEnumerable().Select(r => new HandedRow([("At", r.CreatedAt), ("Status", r.Status), .. own ? [] : new (string, object?)[] { ("Reason", r.Note) }]));

    public override Task<int> Erase(Erasing work) => work.Write(db =>
    {
        var referrals = db.Referrals.Where(r => work.Records.Contains(r.RefereeId));
        return work.Fate == Fate.Erase ? referrals.ExecuteDeleteAsync() : referrals.Where(r => r.Note != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null));
    });
}

/// <summary>Whom a customer brought, whatever became of it, for whoever shows figures of customers.</summary>
internal sealed class ReferralsTally : ITallyOfCustomer
{
    public Tally Of => Tally.Referrals;

    public Task<long> Count(AppDb db, Guid customerId) => db.Referrals.LongCountAsync(r => r.ReferrerId == customerId);
}
