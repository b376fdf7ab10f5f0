using System.Globalization;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Security;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// Writes redeemed points into the security history of the account they left, whatever they were turned into
/// (contract: membership, Security).
/// </summary>
public sealed class PointsWatch(SecurityJournal journal) : IHandleMany<PointsBooked>
{
    public async Task Handle(IReadOnlyList<Recorded<PointsBooked>> happenings, AppDb db)
    {
        var redeemed = happenings.Where(h => h.Event.Kind == EntryKind.Redeemed).ToList();
        if (redeemed.Count == 0)
            return;
        var members = await Earning.Members(db, redeemed.Select(h => h.Event.CustomerId));
        await journal.Write(
            db,
            [
                .. redeemed
                    .Where(h => members.ContainsKey(h.Event.CustomerId))
                    .Select(h => new AccountEntry(
                        h.Event.EntryId,
                        members[h.Event.CustomerId].Id,
                        SecurityEventType.Withdrawal,
                        h.At,
                        "Security_Points",
                        ValueOf(h.Event)
                    )),
            ]
        );
    }

    private static string ValueOf(PointsBooked e) =>
        (-e.Points).ToString(CultureInfo.InvariantCulture) + (e.Reason is null ? "" : $" ({e.Reason})");
}
