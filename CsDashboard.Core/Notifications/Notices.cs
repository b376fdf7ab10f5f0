using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// Notifies people of what happened. Called by handlers inside their transaction, it only adds rows; mails leave later
/// (<see cref="OutboxSender"/>), open pages look again after the commit. A handler checks <c>Silent</c> itself.
/// </summary>
public sealed partial class Notices(ICustomerAddresses addresses, ILinks links)
{
    internal const int MaxQuote = 500;

    public Task<IReadOnlyList<Notification>> Tell(AppDb db, Recipient to, Notice notice) => Tell(db, [to], notice);

    /// <summary>
    /// Everybody by their own preferences (<see cref="Preferences"/>); gives the rows that were made. A message held back is a row, too,
    /// with its reason, so that the history can say why nothing came.
    /// </summary>
    public async Task<IReadOnlyList<Notification>> Tell(AppDb db, IEnumerable<Recipient> to, Notice notice)
    {
        var all = to.ToList();
        if (all.Count == 0)
            return [];
        var readers = await Reader.Of(db, addresses, all);
        var country =
            notice.Channels.Any(c => c.Address == AddressKind.Phone) && readers.Any(r => r.Phone is not null)
                ? await Tenants.CountryOf(db)
                : null;
        var rows = all.Zip(readers, (one, reader) => Rows(db, one, reader, notice, country)).SelectMany(r => r).ToList();
        foreach (var row in rows.Where(r => r.Channel == Channel.Email && r.Status == Delivery.Pending))
            if (await Ceilings.IsReached(db, row.Kind, row.Address!, isConfirmed: true))
                row.HoldBack(Hold.Ceiling);
        db.Notifications.AddRange(rows);
        if (rows.Any(r => r.NextAttemptAt is not null))
            db.AnnounceAfterCommit(OutboxSender.Queued);
        return rows;
    }

    private IEnumerable<Notification> Rows(AppDb db, Recipient to, Reader reader, Notice notice, string? country)
    {
        var (title, content, now) = (TitleOf(to.Language, notice), ContentOf(to.Language, notice), db.Actor.Now);
        // What stays in the house first: it is there at once.
        foreach (var channel in Channel.All.Where(notice.Channels.Contains).OrderBy(c => c.LeavesTheHouse))
        {
            if (channel.Address.Find(to, reader, country) is not { } place)
                continue;
            var row = RowOf(db, to, notice, channel, title, content, place.Address);
            row.Obey(
                !place.IsGood ? new Ruling(Hold.Unreachable, null)
                // Nothing leaves for somebody of whom it is not known that the address is theirs.
                : channel.LeavesTheHouse && !to.IsConfirmed ? new Ruling(Hold.Unconfirmed, null)
                : reader.Set.Rule(channel, notice.Topic, now, reader.Zone)
            );
            if (!channel.LeavesTheHouse && row.Status == Delivery.Pending)
            {
                row.MarkSent(now);
                if (to.UserId is { } user)
                    db.AnnounceAfterCommit(Topic.User(db.Actor.TenantId, user));
            }
            yield return row;
        }
    }

    /// <summary>
    /// A mail whose link lets its reader in: no inbox shows it, and its content and link are wiped from the queue once it is sent, or given
    /// up because the link expired.
    /// </summary>
    public async Task TellInSecret(AppDb db, Recipient to, Notice notice, TimeSpan life)
    {
        var row = RowOf(
            db,
            to,
            notice,
            Channel.Email,
            TitleOf(to.Language, notice),
            ContentOf(to.Language, notice),
            OneLine(to.Email),
            db.Actor.Now + life
        );
        if (await Ceilings.IsReached(db, row.Kind, row.Address!, to.IsConfirmed))
            row.HoldBack(Hold.Ceiling);
        db.Notifications.Add(row);
        db.AnnounceAfterCommit(OutboxSender.Queued);
    }

    private Notification RowOf(
        AppDb db,
        Recipient to,
        Notice notice,
        Channel channel,
        string title,
        string content,
        string? address,
        DateTimeOffset? secretUntil = null
    ) =>
        new()
        {
            UserId = to.UserId,
            CustomerId = to.CustomerId,
            Channel = channel,
            Kind = notice.Kind,
            Title = title,
            Content = content,
            Link = notice.Link is { } link ? links.PathOf(link, forStaff: to.CustomerId is null) : null,
            Language = to.Language,
            Address = address,
            AddressName = address is null || !to.IsConfirmed || !SaidName.CanBeSaid(to.Name) ? null : OneLine(to.Name),
            CreatedAt = db.Actor.Now,
            Topic = notice.Topic,
            NextAttemptAt = db.Actor.Now,
            IsSecret = secretUntil is not null,
            UsefulUntil = secretUntil,
        };

    private static string TitleOf(string language, Notice notice) =>
        OneLine(notice.Title ?? Words.In(language, notice.TitleKey, Bidi.Isolated(language, notice.TitleValues)));

    private static string ContentOf(string language, Notice notice)
    {
        var said = notice.ContentKey is null
            ? ""
            : Words.In(language, notice.ContentKey, Bidi.Isolated(language, notice.ContentValues)).Trim();
        var quote = notice.Quote?.Trim() ?? "";
        if (quote.Length > MaxQuote)
            quote = Lines.Cut(quote, MaxQuote - 1) + "…";
        return said.Length == 0 ? quote
            : quote.Length == 0 ? said
            : said + "\n\n" + quote;
    }

    /// <summary>Fit for a header: every line break and control character becomes a blank, and it is cut to its length.</summary>
    internal static string OneLine(string text)
    {
        var line = Breaks().Replace(text, " ").Trim();
        return line.Length > Notification.MaxTitle ? Lines.Cut(line, Notification.MaxTitle - 1) + "…" : line;
    }

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex Breaks();
}
