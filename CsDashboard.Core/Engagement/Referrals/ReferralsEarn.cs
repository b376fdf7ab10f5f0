using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Gives both sides of a referral their points when it is complete, and takes them back when it no longer is.</summary>
public sealed class ReferralsEarn : IHandleMany<ReferralCompleted>, IHandleMany<ReferralReopened>
{
    public Task Handle(IReadOnlyList<Recorded<ReferralCompleted>> happenings, AppDb db) => Earn(happenings, db);

    public Task Handle(IReadOnlyList<Recorded<ReferralReopened>> happenings, AppDb db) => Earn(happenings, db);

    // A turn whose handling failed may arrive again after the next one: the referral's present state decides, and the turn that led to it
    // books.
    private static async Task Earn<T>(IReadOnlyList<Recorded<T>> happenings, AppDb db)
        where T : IReferralTurn
    {
        var ids = happenings.Select(h => h.Event.ReferralId).ToList();
        var completed = await db
            .Referrals.Where(r => ids.Contains(r.Id) && r.Status == ReferralStatus.Completed)
            .Select(r => r.Id)
            .ToListAsync();
        if (happenings.Where(h => h.Event.Completes == completed.Contains(h.Event.ReferralId)).ToList() is { Count: > 0 } standing)
            await Earning.Earn(standing, db);
    }
}
