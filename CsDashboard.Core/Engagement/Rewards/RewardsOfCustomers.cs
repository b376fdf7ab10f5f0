using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement;

/// <summary>Rewards that were claimed, and the milestones that led to some.</summary>
internal sealed class RewardsOfCustomers() : CustomerKind("rewards", Fate.Erase, Fate.Keep)
{
    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => db.RewardClaims.CountAsync(c => records.Contains(c.CustomerId));

    // What both claimed or reached stays where it is: each is there once for a customer.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var (claims, reached) = (db.RewardClaims.Where(c => c.CustomerId == to), db.RewardMilestones.Where(m => m.CustomerId == to));
        var moved = await Give(db.RewardClaims.Where(c => c.CustomerId == from && !claims.Any(o => o.Key == c.Key)), only, c => c.CustomerId, to);
        if (only is null && await db.RewardMembers.FindAsync(from) is { Orders: not 0 } gone)
        {
            if (await db.RewardMembers.FindAsync(to) is not { } member) db.RewardMembers.Add(member = new RewardMember { CustomerId = to });
            (member.Orders, gone.Orders) = (member.Orders + gone.Orders, 0);
        }
        return [.. moved, .. await Give(db.RewardMilestones.Where(m => m.CustomerId == from && !reached.Any(o => o.Key == m.Key)), only, m => m.CustomerId, to)];
    }

    public override IAsyncEnumerable<HandedRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db.RewardClaims.Where(c => records.Contains(c.CustomerId)).OrderBy(c => c.ClaimedAt).ThenBy(c => c.Id).AsAsyncEnumerable().Select(c => new HandedRow(("At", c.ClaimedAt), ("Kind", c.Kind), ("Points", c.Points), ("Discount", c.Discount), ("ExpiresAt", c.ExpiresAt)));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => db.RewardClaims.Where(c => records.Contains(c.CustomerId)).Select(c => c.Id);

    public override Task<int> Erase(Erasing work) => work.Write(async db =>
        await db.RewardClaims.Where(c => work.Records.Contains(c.CustomerId)).ExecuteDeleteAsync() + await db.RewardMilestones.Where(m => work.Records.Contains(m.CustomerId)).ExecuteDeleteAsync()
        + await db.RewardMembers.Where(m => work.Records.Contains(m.CustomerId)).ExecuteDeleteAsync());
}
