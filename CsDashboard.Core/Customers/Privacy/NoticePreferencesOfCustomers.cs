using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Privacy;

/// <summary>How the customer wants to be notified.</summary>
internal sealed class NoticePreferencesOfCustomers() : PersonalRows<NoticePreferences>("preferences", ErasureAction.Erase)
{
    public override bool IsTold => false;

    protected override IQueryable<NoticePreferences> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.NoticePreferences.Where(p => records.Contains(p.PersonId));

    // There is one for each record: the winner's own stays, and the loser's waits with the loser.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.NoticePreferences.AnyAsync(p => p.PersonId == to)
            ? []
            : await Give(db.NoticePreferences.Where(p => p.PersonId == from), only, p => p.PersonId, to);

    protected override IQueryable<NoticePreferences> Handed(IQueryable<NoticePreferences> rows, bool own) => rows;

    protected override ExportRow RowOf(AppDb db, NoticePreferences p, bool own) =>
        new([
            ("At", p.UpdatedAt),
            .. Channel.All.Select(channel =>
                (channel.TopicsField, (object?)(p.Set.Of(channel) is { IsOn: true } choice ? choice.Topics : NoticeTopic.None))
            ),
            ("Daily", p.Daily),
            ("Quiet", p.QuietFrom is { } quiet ? $"{quiet:HH\\:mm}–{p.QuietUntil:HH\\:mm}" : null),
        ]);
}
