using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Signals;

/// <summary>Queues the notices of a signal. One row, whatever the number of customers, so the publication waits for none of them.</summary>
public sealed class SignalPostbox : IHandle<SignalPublished>, IHandle<SignalReleased>
{
    public Task Handle(Recorded<SignalPublished> happening, AppDb db) => Queue(db, happening.Silent, happening.Event.SignalId, null);

    public Task Handle(Recorded<SignalReleased> happening, AppDb db) =>
        Queue(db, happening.Silent, happening.Event.SignalId, happening.Event.Tier);

    private static Task Queue(AppDb db, bool silent, Guid signalId, string? tier)
    {
        if (silent)
            return Task.CompletedTask;
        db.SignalPosts.Add(new SignalPost { SignalId = signalId, Tier = tier });
        db.AnnounceAfterCommit(SignalNotices.Queued);
        return Task.CompletedTask;
    }
}
