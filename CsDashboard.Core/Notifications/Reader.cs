using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What has to be known about somebody who is about to be notified.</summary>
internal sealed record Reader(NoticeSet Set, string Language, TimeZoneInfo Zone, string? Phone)
{
    /// <summary>
    /// For several readers, in their order. Three queries at most, however many they are; colleagues are looked up once for a batch of events.
    /// </summary>
    public static async Task<IReadOnlyList<Reader>> Of(AppDb db, ICustomerAddresses addresses, IReadOnlyList<Recipient> to)
    {
        var known = await db.Once(_ => Task.FromResult(new Dictionary<Guid, Reader>()));
        var unknown = to.Where(one => Person(one) is { } id && !known.ContainsKey(id)).ToList();
        var read = unknown.Count == 0 ? [] : (await Read(db, addresses, unknown)).ToDictionary(r => r.Person, r => r.Reader);
        foreach (var one in unknown.Where(r => r is { CustomerId: null, UserId: not null }))
            known.TryAdd(one.UserId!.Value, read[one.UserId.Value]);
        return
        [
            .. to.Select(one =>
                Person(one) is not { } id ? new Reader(NoticeSet.Unasked, one.Language, TimeZoneInfo.Utc, null)
                : known.TryGetValue(id, out var colleague) ? colleague
                : read[id]
            ),
        ];
    }

    private static async Task<IEnumerable<(Guid Person, Reader Reader)>> Read(
        AppDb db,
        ICustomerAddresses addresses,
        IReadOnlyList<Recipient> to
    )
    {
        var asked = new Asked([.. to.Select(r => Person(r)!.Value).Distinct()]);
        var rows = (await Preferences.List(db, asked)).ToDictionary(p => p.PersonId);
        var ids = to.Select(r => r.CustomerId).OfType<Guid>().Distinct().ToList();
        var customers = ids.Count == 0 ? [] : (await addresses.Of(db, ids)).ToDictionary(c => c.Id);
        // Only quiet hours ask for the zone, and who never chose anything has none.
        var staff = rows.Keys.Except(ids).ToArray();
        var zones = staff.Length == 0 ? [] : (await ZonesOf.List(db, new(staff))).ToDictionary(z => z.Id, z => z.Zone);
        return to.DistinctBy(Person).Select(one => (Person(one)!.Value, Make(one)));

        Reader Make(Recipient one)
        {
            var set = rows.TryGetValue(Person(one)!.Value, out var row) ? row.Set : NoticeSet.Unasked;
            if (one.CustomerId is { } customer && customers.TryGetValue(customer, out var record))
                return new(set.Following(record.Newsletter, record.Notifications), one.Language, Zones.Of(record.TimeZone), record.Phone);
            return new(set, one.Language, Zones.Of(one.UserId is { } user ? zones.GetValueOrDefault(user) : null), null);
        }
    }

    private sealed record Asked(Guid[] Ids);

    private sealed record ZoneOfUser(Guid Id, string Zone);

    private static readonly CompiledRead<Asked, NoticePreferences> Preferences = new(
        (db, asked) => db.Set<NoticePreferences>().AsNoTracking().Where(p => asked.Ids.Contains(p.PersonId))
    );

    private static readonly CompiledRead<Asked, ZoneOfUser> ZonesOf = new(
        (db, asked) => db.Set<User>().Where(u => asked.Ids.Contains(u.Id)).Select(u => new ZoneOfUser(u.Id, u.TimeZone))
    );

    private static Guid? Person(Recipient to) => to.CustomerId ?? to.UserId;
}
