using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Folds again, a few rows to a write, what an older version of the folding wrote; after a restart it goes on where it was.
/// </summary>
public sealed class Refolding(Store store, IEnumerable<IKeepFolded> all, TimeProvider clock, ILogger<Refolding> log) : BackgroundService
{
    private static readonly Actor Work = Actor.System(Guid.Empty);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1),
        Breath = TimeSpan.FromMilliseconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Do(stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogError(e, "What is kept folded could not be folded anew; it will be tried again");
                await Task.Delay(Again, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Everything that is behind; does nothing when nothing is.</summary>
    public async Task Do(CancellationToken cancellation = default)
    {
        foreach (var kept in all)
        {
            if (await IsUpToDate(kept, cancellation))
                continue;
            log.LogInformation("{Kept}: being folded anew, version {Version}", kept.Kept, Folding.Version);
            // Others who wait to write get their turn in between.
            while (!await Step(kept, cancellation))
                await Task.Delay(Breath, cancellation);
            log.LogInformation("{Kept}: folded anew, version {Version}", kept.Kept, Folding.Version);
        }
    }

    private async Task<bool> IsUpToDate(IKeepFolded kept, CancellationToken cancellation)
    {
        await using var db = store.Open(Work);
        return await db.KeptFoldings.AnyAsync(k => k.Kept == kept.Kept && k.Version == Folding.Version && k.IsDone, cancellation);
    }

    private Task<bool> Step(IKeepFolded kept, CancellationToken cancellation) =>
        store.Write(
            Work,
            async db =>
            {
                var known = await db.KeptFoldings.AsNoTracking().SingleOrDefaultAsync(k => k.Kept == kept.Kept, cancellation);
                if (known is { Version: Folding.Version, IsDone: true })
                    return true;
                var after = await kept.FoldSome(db, known is { Version: Folding.Version } ? known.After : null);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
                db.Switch(Work);
                var now = new KeptFolding
                {
                    Kept = kept.Kept,
                    Version = Folding.Version,
                    IsDone = after is null,
                    After = after,
                };
                db.Entry(now).State = known is null ? EntityState.Added : EntityState.Modified;
                return now.IsDone;
            },
            cancellation
        );
}
