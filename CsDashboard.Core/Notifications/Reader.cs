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
    /// <summary>For several readers, in their order. Three queries at most, however many they are.</summary>
    public static async Task<IReadOnlyList<Reader>> Of(AppDb db, ICustomerAddresses addresses, IReadOnlyList<Recipient> to)
    {
        var people = to.Select(Person).OfType<Guid>().Distinct().ToList();
        if (people.Count == 0)
            return [.. to.Select(r => new Reader(NoticeSet.Unasked, r.Language, TimeZoneInfo.Utc, null))];
        var rows = await db.NoticePreferences.AsNoTracking().Where(p => people.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId);
        var ids = to.Select(r => r.CustomerId).OfType<Guid>().Distinct().ToList();
        var customers = ids.Count == 0 ? [] : (await addresses.Of(db, ids)).ToDictionary(c => c.Id);
        var staff = rows.Keys.Except(ids).ToList();
        var zones = staff.Count == 0 ? [] : await db.Users.Where(u => staff.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.TimeZone);
        return
        [
            .. to.Select(one =>
            {
                var set = Person(one) is { } id && rows.TryGetValue(id, out var row) ? row.Set : NoticeSet.Unasked;
                if (one.CustomerId is { } customer && customers.TryGetValue(customer, out var record))
                    return new Reader(
                        set.Following(record.Newsletter, record.Notifications),
                        one.Language,
                        Zones.Of(record.TimeZone),
                        record.Phone
                    );
                return new Reader(set, one.Language, Zones.Of(one.UserId is { } user ? zones.GetValueOrDefault(user) : null), null);
            }),
        ];
    }

    private static Guid? Person(Recipient to) => to.CustomerId ?? to.UserId;
}
