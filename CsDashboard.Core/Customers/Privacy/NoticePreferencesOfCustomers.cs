using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers.Privacy;

/// <summary>How the customer wants to be notified.</summary>
internal sealed class NoticePreferencesOfCustomers() : PersonalData("preferences", ErasureAction.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.NoticePreferences.CountAsync(p => records.Contains(p.PersonId));

    // There is one for each record: the winner's own stays, and the loser's waits with the loser.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        await db.NoticePreferences.AnyAsync(p => p.PersonId == to)
            ? []
            : await Give(db.NoticePreferences.Where(p => p.PersonId == from), only, p => p.PersonId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .NoticePreferences.Where(p => records.Contains(p.PersonId))
            .AsAsyncEnumerable()
            .Select(p => new ExportRow([
                ("At", p.UpdatedAt),
                .. Channel.All.Select(channel =>
                    (channel.TopicsField, (object?)(p.Set.Of(channel) is { IsOn: true } choice ? choice.Topics : NoticeTopic.None))
                ),
                ("Daily", p.Daily),
                ("Quiet", p.QuietFrom is { } quiet ? $"{quiet:HH\\:mm}–{p.QuietUntil:HH\\:mm}" : null),
            ]));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db => db.NoticePreferences.Where(p => work.Records.Contains(p.PersonId)).ExecuteDeleteAsync());
}
