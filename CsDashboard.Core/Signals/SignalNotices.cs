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

/// <summary>
/// Puts a notice of each signal into the inbox of every customer who sees it, a few hundred at a time, so that other writes go on in
/// between; goes on where it stopped after a restart. No mail: people with an open inbox see it at once.
/// </summary>
public sealed class SignalNotices(
    Store store,
    SignalAccess access,
    Notices notices,
    LiveFeed feed,
    TimeProvider clock,
    ILogger<SignalNotices> log
) : BackgroundService
{
    internal static readonly Topic Queued = new(Guid.Empty, "signal-notices");

    private const int AtOnce = 200;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    // The pages that show the signal come first; each of these notices wakes a bell.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);
    private static readonly Actor Anybody = Actor.System(Guid.Empty);

    private readonly EventSignal signal = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Listen(Queued, _ => signal.Raise());
        await Loop.Run(
            "The notices of signals",
            Look,
            log,
            stoppingToken,
            async () =>
            {
                await signal.Wait(Look, stoppingToken);
                do await Task.Delay(Breath, stoppingToken);
                while (await TellSome(stoppingToken));
            }
        );
    }

    /// <summary>Notifies the next two hundred; false when nobody is left.</summary>
    public async Task<bool> TellSome(CancellationToken cancellation = default)
    {
        SignalPost? next;
        await using (var db = store.Open(Anybody))
#pragma warning disable RS0030 // One worker sends the notices of every company; each is then written as its own company.
            next = await db
                .SignalPosts.IgnoreQueryFilters()
                .Where(p => p.DoneAt == null)
                .OrderBy(p => p.Id)
                .FirstOrDefaultAsync(cancellation);
#pragma warning restore RS0030
        if (next is null)
            return false;
        var company = Actor.System(next.TenantId, clock);
        var delays = await access.Get(company);
        await store.Write(
            company,
            async db =>
            {
                var post = await db.SignalPosts.SingleAsync(p => p.Id == next.Id, cancellation);
                if (
                    post.DoneAt is not null
                    || await db.Signals.SingleOrDefaultAsync(s => s.Id == post.SignalId, cancellation) is not { } published
                )
                    return;
                List<string> tiers = post.Tier is { } tier ? [tier] : [.. delays.Where(d => d.Value == 0).Select(d => d.Key)];
                var (after, customers) = (post.After ?? Guid.Empty, db.Customers);
                var to = await db
                    .Users.Where(u =>
                        u.Role == Role.Customer
                        && u.DisabledAt == null
                        && u.Id > after
                        && customers.Any(c => c.Id == u.CustomerId && tiers.Contains(c.MembershipTier))
                    )
                    .OrderBy(u => u.Id)
                    .Take(AtOnce)
                    .Select(u => new Recipient(u.Id, u.CustomerId, u.Name, "", u.Language))
                    .ToListAsync(cancellation);
                await notices.Tell(
                    db,
                    to,
                    new Notice(
                        "signal_published",
                        published.Direction == Direction.Buy ? "Notice_SignalBuy_Title" : "Notice_SignalSell_Title",
                        published.Pair
                    )
                    {
                        ContentKey = "Notice_Signal",
                        ContentValues =
                        [
                            HashChain.Text(published.Entry),
                            HashChain.Text(published.Stop),
                            published.TargetText.Replace(" ", ", ", StringComparison.Ordinal),
                        ],
                        Link = new LinkTo("signal", published.Id),
                        Channels = [Channel.Bell],
                    }
                );
                if (to.Count < AtOnce)
                    post.DoneAt = company.Now;
                else
                    post.After = to[^1].UserId;
            },
            cancellation
        );
        return true;
    }
}
