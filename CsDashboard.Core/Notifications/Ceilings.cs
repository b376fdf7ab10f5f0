using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>
/// How many mails of a kind go to one address, whoever asks for them. What an account tells its owner passes every switch and quiet hour,
/// and strangers can trigger some of it, so there is a ceiling.
/// </summary>
internal static class Ceilings
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1),
        Day = TimeSpan.FromDays(1);

    // Its owner can always get a link for a new password again within the day.
    private static readonly Dictionary<string, (int Most, TimeSpan In)> Known = new(StringComparer.Ordinal)
    {
        [AccountMails.SecondFactorBegun] = (1, Hour),
        [AccountMails.Security] = (5, Day),
        [AccountMails.PasswordReset] = (5, Hour),
        [AccountMails.Confirmation] = (5, Day),
        [AccountMails.Invitation] = (5, Day),
    };

    /// <summary>How many confirmations go to an address, and within which time.</summary>
    public static (int Most, TimeSpan In) OfConfirmations => Known[AccountMails.Confirmation];

    public static async Task<bool> IsReached(AppDb db, string kind, string address, bool isConfirmed)
    {
        if (!Known.TryGetValue(kind, out var ceiling))
            return false;
        if (!isConfirmed)
            ceiling.In = Day;
        return await Sent(db, kind, address, ceiling.In).CountAsync() >= ceiling.Most;
    }

    /// <summary>When mails of a kind went to an address, within a span before now.</summary>
    public static IQueryable<DateTimeOffset> Sent(AppDb db, string kind, string address, TimeSpan within)
    {
        var since = db.Actor.Now - within;
        return db
            .Notifications.Where(n =>
                n.Address == address
                && n.Kind == kind
                && n.CreatedAt > since
                && n.Channel == Channel.Email
                && n.Topic == NoticeTopic.Security
                && n.Status != Delivery.Held
            )
            .Select(n => n.CreatedAt);
    }
}
