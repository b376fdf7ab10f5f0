using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// The only way to the database. Reads open it as an actor; writes hand over a piece of work that is run in one
/// transaction, saved, committed and then announced. On SQLite all writes of the process stand in one line and share
/// syncs (docs/decisions/0006-one-write-line.md); on PostgreSQL each runs in its own serialisable transaction, those of a company one after
/// another, and is run again when it collides with another process, so the work must do nothing but read and change the database.
/// </summary>
public abstract class Store(LiveFeed feed, EventSignal signal, SessionEnds ends, IEnumerable<IPrepareStorage> preparations)
{
    // True inside the work of a write. A write started there would wait for itself (SQLite) or be kept apart from it (PostgreSQL).
    private static readonly AsyncLocal<bool> Inside = new();

    /// <summary>The database as this actor sees it, to read; changes to what it returns are not saved. Dispose it.</summary>
    public AppDb Open(Actor actor)
    {
        ends.Demand(actor);
        return Reader().As(actor, tracking: false);
    }

    /// <summary>Runs the work in one transaction: all of it is kept, or nothing. Returns after the commit is durable.</summary>
    public async Task<T> Write<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation = default)
    {
        ends.Demand(actor);
        if (Inside.Value)
            throw new InvalidOperationException("A write was started inside a write; give the inner verb the open database instead.");
        var (result, news) = await Commit(actor, work, cancellation);
        Announce(news);
        return result;
    }

    /// <summary>Records what happened, where nothing else is written.</summary>
    internal Task Record(Actor actor, IEvent happening, CancellationToken cancellation = default) =>
        Write(
            actor,
            db =>
            {
                db.Record(happening);
                return Task.CompletedTask;
            },
            cancellation
        );

    /// <inheritdoc cref="Write{T}(Actor, Func{AppDb, Task{T}}, CancellationToken)"/>
    public Task Write(Actor actor, Func<AppDb, Task> work, CancellationToken cancellation = default) =>
        Write(
            actor,
            async db =>
            {
                await work(db);
                return true;
            },
            cancellation
        );

    /// <summary>Brings the schema up to date and checks that the engine runs with the settings that durability needs.</summary>
    public abstract Task Prepare(CancellationToken cancellation = default);

    /// <summary>Engine and version, for the log and the health page.</summary>
    public abstract Task<string> Engine(CancellationToken cancellation = default);

    /// <summary>Updates the engine's statistics about its tables, by which it plans queries. PostgreSQL does that by itself.</summary>
    public virtual Task Tend(CancellationToken cancellation = default) => Task.CompletedTask;

    /// <summary>Somebody waits for the write that is running to end; work behind the house makes way.</summary>
    internal virtual bool IsAwaited => false;

    /// <summary>
    /// Inside a write: false when another write, of whichever process, is doing this work; else it is this one's until its end. SQLite has
    /// one line for all.
    /// </summary>
    internal virtual Task<bool> Alone(AppDb db, long work, CancellationToken cancellation) => Task.FromResult(true);

    protected abstract AppDb Reader();

    protected abstract Task<(T Result, News News)> Commit<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation);

    /// <summary>The engine gave the transaction up because it collided with another; only running it again helps.</summary>
    internal static bool MustRunAgain(Exception? e) =>
        e switch
        {
            null => false,
            // Two writes that looked for a thing and both created it may collide on its key instead: the second, run again, finds the
            // first.
            PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.UniqueViolation
            } => true,
            _ => MustRunAgain(e.InnerException),
        };

    /// <summary>
    /// SQLITE_FULL (13) and SQLITE_IOERR (10): the engine may already have rolled the whole transaction back, so nothing may go on in it.
    /// </summary>
    internal static bool IsDiskFault(Exception? e) =>
        e switch
        {
            null => false,
            SqliteException { SqliteErrorCode: 13 or 10 } => true,
            _ => IsDiskFault(e.InnerException),
        };

    private void Announce(News news)
    {
        foreach (var topic in news.Topics)
            feed.Announce(topic);
        foreach (var happening in news.Recorded)
            feed.Announce(happening);
        if (news.Recorded.Count > 0)
            signal.Raise();
    }

    /// <summary>Migrations first, then what the rooms need besides. Refuses a database that a later version has changed.</summary>
    protected async Task BringUpToDate(AppDb db, CancellationToken cancellation)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
            throw new InvalidOperationException(
                $"The database was made by another version of the product: it holds {string.Join(", ", unknown)}, which this one does not know. "
                    + "Start that version, or begin with an empty database."
            );
        await db.Database.MigrateAsync(cancellation);
        foreach (var preparation in preparations)
            await preparation.Prepare(db.As(Actor.System(Guid.Empty), tracking: false), cancellation);
    }

    protected static async Task<(T, News)> Run<T>(AppDb db, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        Inside.Value = true; // falls back when this method returns
        var result = await work(db);
        await db.SaveChangesAsync(cancellation);
        return (result, db.News);
    }
}
