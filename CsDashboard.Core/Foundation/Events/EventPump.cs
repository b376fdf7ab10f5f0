using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Events;

/// <summary>
/// Delivers recorded events to their handlers after commit, at least once, in order. Handlers write in the transaction
/// that marks the events as delivered. A handler that fails is rolled back alone, noted, and tried again with growing pauses; the others,
/// and later events, go on. A handler may take a run of events at once (<see cref="IHandleMany{T}"/>).
/// </summary>
public sealed class EventPump(
    Store store,
    IServiceProvider services,
    IEnumerable<EventHandlerBinding> bindings,
    EventSignal signal,
    TimeProvider clock,
    ILogger<EventPump> log
) : BackgroundService
{
    // A transaction takes as many events as are waiting and fit into the time. It ends sooner where somebody waits to write.
    private const int BatchSize = 128,
        RunSize = 64;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(20);

    // What happens within this time is delivered together, since handlers that take many read once for all of them.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private const int MaxAttempts = 12;
    private const long Line = 0x4353_5075_6d70;

    // More waits than the last batch took.
    private bool isBehind;

    // Two pumps working off the same events would only undo each other's work.
    private readonly SemaphoreSlim turn = new(1, 1);
    private static readonly Actor Pump = Actor.System(Guid.Empty);
    private readonly ILookup<Type, EventHandlerBinding> handlers = bindings.ToLookup(b => b.EventType);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Loop.Run(
            "The event pump",
            TimeSpan.FromSeconds(1),
            log,
            stoppingToken,
            async () =>
            {
                if (await Work(stoppingToken) == 0)
                    await signal.Wait(TimeSpan.FromSeconds(1), stoppingToken);
                if (!isBehind)
                    await Task.Delay(Gathering, TimeProvider.System, stoppingToken);
            }
        );

    /// <summary>Delivers until nothing is waiting or due; what tests and the demo use to see the outcome of what they did.</summary>
    public async Task Drain(CancellationToken cancellation = default)
    {
        while (await Work(cancellation) > 0) { }
    }

    private async Task<int> Work(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await DeliverBatch(cancellation) is var delivered and > 0 ? delivered : await RetryBatch(cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<int> DeliverBatch(CancellationToken cancellation)
    {
        await using (var db = store.Open(Pump))
            if (!await Waiting(db).AnyAsync(cancellation))
            {
                isBehind = false;
                return 0;
            }
        return await store.Write(
            Pump,
            async db =>
            {
                // Another process's pump is running.
                if (!await store.Alone(db, Line, cancellation))
                    return 0;
                // Read inside the write: another pump, here or in another process, may have delivered them since the look above.
                var batch = await Waiting(db).AsNoTracking().OrderBy(e => e.Id).Take(BatchSize).ToListAsync(cancellation);
                var (delivered, started) = (new List<long>(batch.Count), TimeProvider.System.GetTimestamp());
                foreach (var run in Runs(batch))
                {
                    foreach (var handler in HandlersOf(run[0]))
                    foreach (var (happening, why) in await Deliver(db, run, handler))
                    {
                        // Saved at once, or the failure of the next handler would undo this note of it.
                        db.FailedDeliveries.Add(
                            new FailedDelivery
                            {
                                EventId = happening.Id,
                                Handler = handler.HandlerType.Name,
                                Attempts = 1,
                                NextAt = clock.Now() + Pause(1),
                                Error = Told(why),
                            }
                        );
                        await db.SaveChangesAsync(cancellation);
                    }
                    delivered.AddRange(run.Select(e => e.Id));
                    // Never before the first event, since "none delivered" means that none is waiting.
                    if (store.IsAwaited || TimeProvider.System.GetElapsedTime(started) >= BatchTime)
                        break;
                }
                isBehind = delivered.Count < batch.Count || batch.Count == BatchSize;
                var now = clock.Now();
                await Everywhere(db)
                    .Where(e => delivered.Contains(e.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.DeliveredAt, now), cancellation);
                return delivered.Count;
            },
            cancellation
        );
    }

    private async Task<int> RetryBatch(CancellationToken cancellation)
    {
        List<FailedDelivery> due;
        var now = clock.Now();
        await using (var db = store.Open(Pump))
            due = await db
                .FailedDeliveries.Where(f => f.NextAt <= now && f.Attempts < MaxAttempts)
                .OrderBy(f => f.NextAt)
                .Take(BatchSize)
                .ToListAsync(cancellation);
        foreach (var failure in due)
        {
            await store.Write(
                Pump,
                async db =>
                {
                    // Another pump may have been here since the look above.
                    if (!await db.FailedDeliveries.AnyAsync(f => f.Id == failure.Id && f.Attempts == failure.Attempts, cancellation))
                        return;
                    var happening = await Everywhere(db).AsNoTracking().SingleOrDefaultAsync(e => e.Id == failure.EventId, cancellation);
                    var handler = happening is null
                        ? null
                        : HandlersOf(happening).FirstOrDefault(h => h.HandlerType.Name == failure.Handler);
                    var why = handler is null ? null : await Try(db, [happening!], handler);
                    var row = await db.FailedDeliveries.SingleAsync(f => f.Id == failure.Id, cancellation);
                    if (why is null)
                        db.FailedDeliveries.Remove(row);
                    else
                        (row.Attempts, row.NextAt, row.Error) = (row.Attempts + 1, clock.Now() + Pause(row.Attempts + 1), Told(why));
                },
                cancellation
            );
        }
        return due.Count;
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), 3600));

    // By the name of the kind, without reading the payload, so that an unreadable payload only fails its handlers.
    private IEnumerable<EventHandlerBinding> HandlersOf(StoredEvent happening) =>
        EventKinds.TypeOf(happening.Room, happening.Kind) is { } known ? handlers[known] : [];

    // PostgreSQL stores no NUL.
    private static string Told(Exception why) => why.Message.Replace("\0", "", StringComparison.Ordinal);

    private static IQueryable<StoredEvent> Waiting(AppDb db) => Everywhere(db).Where(e => e.DeliveredAt == null);

    // What is delivered together: events that follow one another, of one kind and company, where a handler takes many; every other event
    // alone.
    private IEnumerable<IReadOnlyList<StoredEvent>> Runs(IReadOnlyList<StoredEvent> batch)
    {
        for (int from = 0, to; from < batch.Count; from = to)
        {
            var first = batch[from];
            var many = !first.Silent && HandlersOf(first).Any(h => h.TakesMany);
            for (
                to = from + 1;
                many
                    && to < Math.Min(batch.Count, from + RunSize)
                    && batch[to] is { Silent: false } next
                    && (next.Room, next.Kind, next.TenantId) == (first.Room, first.Kind, first.TenantId);
                to++
            ) { }
            yield return [.. batch.Skip(from).Take(to - from)];
        }
    }

    // The events that failed, and why. Where a handler fails on several at once, each is tried alone, so that only the poisonous one waits.
    private async Task<List<(StoredEvent Happening, Exception Why)>> Deliver(
        AppDb db,
        IReadOnlyList<StoredEvent> run,
        EventHandlerBinding handler
    )
    {
        var failed = new List<(StoredEvent, Exception)>();
        if (run.Count > 1 && handler.TakesMany && await Try(db, run, handler) is null)
            return failed;
        foreach (var happening in run)
            if (await Try(db, [happening], handler) is { } why)
                failed.Add((happening, why));
        return failed;
    }

    // Null when it worked. A handler that fails is undone to its savepoint, alone.
    private async Task<Exception?> Try(AppDb db, IReadOnlyList<StoredEvent> happenings, EventHandlerBinding handler)
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync("handler");
        var news = db.NewsMark;
        db.Switch(Actor.System(happenings[0].TenantId, clock));
        try
        {
            await handler.Invoke(services, happenings, db);
            await db.SaveChangesAsync();
            // A savepoint that is never released slows down every later change of the transaction.
            await transaction.ReleaseSavepointAsync("handler");
            return null;
        }
        catch (Exception e) when (!Store.MustRunAgain(e) && !Store.IsDiskFault(e))
        {
            log.LogError(
                e,
                "{Handler} failed on event {Event} {Kind}, given {Count} at once; it will be tried again",
                handler.HandlerType.Name,
                happenings[0].Id,
                happenings[0].Kind,
                happenings.Count
            );
            await transaction.RollbackToSavepointAsync("handler");
            await transaction.ReleaseSavepointAsync("handler");
            db.Undo(news);
            return e;
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.Switch(Pump);
        }
    }

#pragma warning disable RS0030 // The pump serves every company; each handler then sees only the company of its event.
    private static IQueryable<StoredEvent> Everywhere(AppDb db) => db.Events.IgnoreQueryFilters();
#pragma warning restore RS0030
}
