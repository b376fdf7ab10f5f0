using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

public abstract partial class ImportRuns<TRun, TView>
{
    private readonly SemaphoreSlim asked = new(0);

    /// <summary>The rows from those on that are dealt with, in batches, each with what keeps it.</summary>
    private protected abstract IAsyncEnumerable<ImportBatch<TRun>> Batches(Actor person, TRun run, CancellationToken stopping);

    /// <summary>What was changed becomes what it was, before what was added goes.</summary>
    private protected virtual Task Restore(Actor person, TRun run, CancellationToken stopping) => Task.CompletedTask;

    /// <summary>
    /// Inside a write: takes a batch of what was added away, and counts it. The number it came to; null when nothing was left.
    /// </summary>
    private protected abstract Task<long?> Remove(AppDb db, TRun run, long after);

    /// <inheritdoc/>
    public async Task Work(Actor company, CancellationToken stopping = default)
    {
        while (true)
        {
            TRun? next;
            await using (var db = store.Open(company))
                next = await db.Set<TRun>().UnderWay().OrderBy(i => i.CreatedAt).FirstOrDefaultAsync(stopping);
            if (next is null)
                return;
            // In the history the person who asked is the one who acted.
            var person = company with
            {
                Role = Role.Admin,
                UserId = next.ById,
                Name = next.By,
            };
            try
            {
                if (!await (next.State == ImportState.Undoing ? TakeBack(person, next, stopping) : Run(person, next, stopping)))
                    return;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                if (e is not Refusal)
                    log.LogError(e, "The import {Import} failed", next.Id);
                await End(person, next.Id, ImportState.Failed, e is Refusal ? e.Message : Words.Of("Import_Broke"));
            }
        }
    }

    public Task Asked(TimeSpan atMost, CancellationToken stopping) => asked.WaitAsync(atMost, stopping);

    // False when another process is running it.
    private async Task<bool> Run(Actor person, TRun run, CancellationToken stopping)
    {
        await store.Write(person, async db => (await Find(db, run.Id)).Run(), stopping);
        var handled = run.Handled;
        await foreach (var batch in Batches(person, run, stopping))
        {
            var outcome = await store.Write(person, db => Keep(db, run.Id, handled, batch), stopping);
            if (outcome is not true)
                return outcome is false;
            handled += batch.Rows;
        }
        await End(person, run.Id, ImportState.Done);
        return true;
    }

    // Null when another process has handled other rows meanwhile, false when it was asked to stop.
    private async Task<bool?> Keep(AppDb db, Guid importId, int handled, ImportBatch<TRun> batch)
    {
        var run = await Find(db, importId);
        if (run.Handled != handled || run.State != ImportState.Running)
            return null;
        if (run.StopAsked)
        {
            End(db, run, ImportState.Cancelled);
            return false;
        }
        await batch.Keep(db, run);
        Tell(db, importId);
        return true;
    }

    private async Task<bool> TakeBack(Actor person, TRun run, CancellationToken stopping)
    {
        await Restore(person, run, stopping);
        var to = run.UndoneTo;
        while (true)
        {
            var outcome = await store.Write(person, db => TakeBack(db, run.Id, to), stopping);
            if (outcome is not { } reached)
                return false;
            if (reached == to)
                return true;
            to = reached;
        }
    }

    // The number it came to, the same one when nothing was left; null when another process is doing it.
    private async Task<long?> TakeBack(AppDb db, Guid importId, long after)
    {
        var run = await Find(db, importId);
        if (run.UndoneTo != after || run.State != ImportState.Undoing)
            return null;
        var reached = await Remove(db, run, after);
        if (reached is null)
        {
            run.End(ImportState.Undone, db.Actor.Now);
            db.Record(Undone(run));
        }
        Tell(db, importId);
        return reached ?? after;
    }

    private Task End(Actor person, Guid importId, ImportState state, string? why = null) =>
        store.Write(person, async db => End(db, await Find(db, importId), state, why), CancellationToken.None);

    private void End(AppDb db, TRun run, ImportState state, string? why = null)
    {
        run.End(state, db.Actor.Now, why);
        db.Record(Ended(run));
        Tell(db, run.Id);
    }
}
