using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// What members are notified of: points that a person or a reward gave, a new tier and, also by mail, points that will expire. Points from
/// orders ring no bell.
/// </summary>
public sealed class LoyaltyNotices(Notices notices) : IHandleMany<PointsBooked>, IHandle<LoyaltyTierChanged>, IHandle<PointsExpiring>
{
    private const string Kind = "loyalty";
    private static readonly LinkTo Page = new LinkTo("rewards");

    public async Task Handle(IReadOnlyList<Recorded<PointsBooked>> happenings, AppDb db)
    {
        foreach (var e in happenings.Where(h => !h.Silent).Select(h => h.Event).Where(e => e.Kind == EntryKind.Bonus))
            await notices.Tell(
                db,
                await Recipients.OfCustomer(db, e.CustomerId),
                new Notice(Kind, "Notice_Points_Title", e.Points)
                {
                    ContentKey = "Notice_Points",
                    ContentValues = [e.Balance],
                    Quote = e.Reason,
                    Link = Page,
                    Channels = [Channel.Bell],
                }
            );
    }

    public async Task Handle(Recorded<LoyaltyTierChanged> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || e.To < e.From)
            return;
        foreach (var to in await Recipients.OfCustomer(db, e.CustomerId))
            await notices.Tell(
                db,
                to,
                new Notice(Kind, "Notice_Tier_Title", Words.In(to.Language, NameKey(e.To)))
                {
                    ContentKey = "Notice_Tier",
                    ContentValues = [TierTerms.Of(e.To).Discount],
                    Link = Page,
                    Channels = [Channel.Bell],
                }
            );
    }

    public async Task Handle(Recorded<PointsExpiring> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent)
            return;
        foreach (var to in await Recipients.OfCustomer(db, e.CustomerId))
            await notices.Tell(
                db,
                to,
                new Notice(Kind, "Notice_Expiring_Title", e.Points)
                {
                    ContentKey = "Notice_Expiring",
                    ContentValues = [to.Day(e.On)],
                    Link = Page,
                }
            );
    }

    private static string NameKey(LoyaltyTier tier) =>
        tier switch
        {
            LoyaltyTier.Bronze => "Tier_Bronze",
            LoyaltyTier.Silver => "Tier_Silver",
            LoyaltyTier.Gold => "Tier_Gold",
            LoyaltyTier.Platinum => "Tier_Platinum",
        };
}
