using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>Rewards that were claimed, and the milestones that led to some.</summary>
internal sealed class RewardsOfCustomers() : PersonalData("rewards", ErasureAction.Erase, ErasureAction.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.RewardClaims.CountAsync(c => records.Contains(c.CustomerId));

    // What both claimed or reached stays where it is, since a customer has each only once.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var (claims, reached) = (db.RewardClaims.Where(c => c.CustomerId == to), db.RewardMilestones.Where(m => m.CustomerId == to));
        var moved = await Give(
            db.RewardClaims.Where(c => c.CustomerId == from && !claims.Any(o => o.Key == c.Key)),
            only,
            c => c.CustomerId,
            to
        );
        return
        [
            .. moved,
            .. await Counted(db, from, to, only),
            .. await Give(
                db.RewardMilestones.Where(m => m.CustomerId == from && !reached.Any(o => o.Key == m.Key)),
                only,
                m => m.CustomerId,
                to
            ),
        ];
    }

    // The merged record keeps its own count, which goes back if the merge is undone, whatever the other gained meanwhile.
    private static async Task<IReadOnlyList<Guid>> Counted(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var (winner, loser) = only is null ? (to, from) : (from, to);
        if (only?.Contains(loser) == false || await db.RewardMembers.FindAsync(loser) is not { } own)
            return [];
        if (await db.RewardMembers.FindAsync(winner) is not { } both)
            db.RewardMembers.Add(both = new RewardMember { CustomerId = winner });
        both.Orders += only is null ? own.Orders : -own.Orders;
        return [loser];
    }

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        await foreach (
            var c in db
                .RewardClaims.Where(c => records.Contains(c.CustomerId))
                .OrderBy(c => c.ClaimedAt)
                .ThenBy(c => c.Id)
                .AsAsyncEnumerable()
        )
            yield return new ExportRow(
                ("At", c.ClaimedAt),
                ("Kind", c.Kind),
                ("Reference", c.Key),
                ("Points", c.Points),
                ("Discount", c.Discount),
                ("Code", c.Code),
                ("ExpiresAt", c.ExpiresAt)
            );
        await foreach (
            var m in db.RewardMilestones.Where(m => records.Contains(m.CustomerId)).OrderBy(m => m.At).ThenBy(m => m.Id).AsAsyncEnumerable()
        )
            yield return new ExportRow(("At", m.At), ("Kind", RewardKind.Milestone), ("Reference", m.Key));
    }

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) =>
        db.RewardClaims.Where(c => records.Contains(c.CustomerId)).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
            await db.RewardClaims.Where(c => work.Records.Contains(c.CustomerId)).ExecuteDeleteAsync()
            + await db.RewardMilestones.Where(m => work.Records.Contains(m.CustomerId)).ExecuteDeleteAsync()
            + await db.RewardMembers.Where(m => work.Records.Contains(m.CustomerId)).ExecuteDeleteAsync()
        );
}
