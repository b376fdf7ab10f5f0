using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CsDashboard.Notifications;

/// <summary>
/// Takes what is queued out of the house, each by its channel, four at a time, outside any transaction. An attempt is written down before
/// it is made: two loops never send the same attempt, and after a crash the mail goes out again. At least once, never not at all.
/// </summary>
public sealed class OutboxSender(
    Store store,
    IServiceProvider services,
    Stops stops,
    IOptions<Settings> settings,
    LiveFeed feed,
    TimeProvider clock,
    ILogger<OutboxSender> log
) : BackgroundService
{
    /// <summary>
    /// Announced after the commit that queued a mail. Mails queued by another process are found by looking every few seconds.
    /// </summary>
    internal static readonly Topic Queued = new(Guid.Empty, "mails");

    private const int BatchSize = 40;
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    // An attempt that began and never reported back is repeated after this, which is longer than a mailer may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // Market has three retries 300 s apart (contract: market, Notifications); a mail server is often down for an hour, and then all three
    // are gone before it is back. These pauses reach over seven hours.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
    ];
    private static readonly Actor Post = Actor.System(Guid.Empty);

    private readonly EventSignal signal = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Listen(Queued, _ => signal.Raise());
        await Loop.Run(
            "The sending of mails",
            Look,
            log,
            stoppingToken,
            async () =>
            {
                if (await SendDue(stoppingToken) == 0)
                    await signal.Wait(Look, stoppingToken);
            }
        );
    }

    /// <summary>Makes one attempt at each mail that is due, up to forty; gives how many were tried.</summary>
    public async Task<int> SendDue(CancellationToken cancellation = default)
    {
        List<Guid> due;
        var now = clock.Now();
        await using (var db = store.Open(Post))
            due = await Everywhere(db)
                .Where(n => n.Status == Delivery.Pending && n.NextAttemptAt <= now)
                .OrderBy(n => n.NextAttemptAt)
                .Take(BatchSize)
                .Select(n => n.Id)
                .ToListAsync(cancellation);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (id, stop) => await SendOne(id, stop)
        );
        return due.Count;
    }

    private async Task SendOne(Guid id, CancellationToken cancellation)
    {
        if (await Claim(id, cancellation) is not var (row, company))
            return;
        Exception? fault = null;
        try
        {
            await row.Channel.Send(new Parcel(row, company, settings.Value.PublicUrl, stops.WordOf(row)), services, cancellation);
        }
        // When the product stops, the attempt stays open and is repeated after its lease.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            fault = e;
            log.LogWarning(e, "Mail {Id} of kind {Kind} failed at attempt {Attempt}", id, row.Kind, row.Attempts);
        }
        try
        {
            await store.Write(
                Actor.System(row.TenantId, clock),
                async db =>
                {
                    var mail = await db.Notifications.SingleAsync(n => n.Id == id, cancellation);
                    if (fault is null)
                        mail.MarkSent(clock.Now());
                    else
                        mail.MarkFailed(fault.Message, clock.Now(), fault is DeliveryRefused ? null : PauseAfter(row.Attempts));
                    await Digests.Follow(db, mail);
                },
                CancellationToken.None
            );
        }
        catch (Exception e)
        {
            // One mail must not stop the others; this one comes back after its lease.
            log.LogError(e, "The outcome of mail {Id} could not be written down", id);
        }
    }

    // Records the attempt if the mail is still due; null when another loop was faster or the mail is given up.
    private Task<(Notification, string)?> Claim(Guid id, CancellationToken cancellation) =>
        store.Write(
            Post,
            async db =>
            {
                var now = clock.Now();
                var row = await Everywhere(db)
                    .SingleOrDefaultAsync(n => n.Id == id && n.Status == Delivery.Pending && n.NextAttemptAt <= now, cancellation);
                if (row is null)
                    return ((Notification, string)?)null;
                db.Switch(Actor.System(row.TenantId, clock));
                if (row.Attempts > Pauses.Length || row.UsefulUntil < now)
                {
                    row.MarkFailed(row.LastError ?? "Too late", now, pause: null);
                    await Digests.Follow(db, row);
                    return null;
                }
                (row.Attempts, row.NextAttemptAt) = (row.Attempts + 1, now + Lease);
                var tenant = row.TenantId;
                return (
                    row,
                    await db.Tenants.Where(t => t.Id == tenant).Select(t => t.Name).SingleOrDefaultAsync(cancellation) ?? "CsDashboard"
                );
            },
            cancellation
        );

    private static TimeSpan? PauseAfter(int attempts) => attempts <= Pauses.Length ? Pauses[attempts - 1] : null;

#pragma warning disable RS0030 // Mails of every company leave through one door; each is then saved as its own company.
    private static IQueryable<Notification> Everywhere(AppDb db) => db.Notifications.IgnoreQueryFilters();
#pragma warning restore RS0030
}
