using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// SQLite: readers never wait; writers stand in one line. One connection takes whatever work is waiting, runs each piece
/// under its own savepoint and commits them together, so that sixteen writers share one sync.
/// </summary>
public sealed class SqliteStore : Store, IAsyncDisposable
{
    private const int BatchSize = 64;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(20);

    private readonly string connectionString;
    private readonly ILogger<SqliteStore> log;
    private readonly PooledDbContextFactory<SqliteDb> readers;
    private readonly Channel<Waiting> line = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Statements statements;
    private readonly PooledDbContextFactory<SqliteDb> writers;
    private readonly Task working;

    public SqliteStore(
        string file,
        LiveFeed feed,
        EventSignal signal,
        SessionEnds ends,
        IEnumerable<IPrepareStorage> preparations,
        ILogger<SqliteStore> log
    )
        : base(feed, signal, ends, preparations)
    {
        Sqlite.Initialise();
        this.log = log;
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 15,
        }.ToString();
        readers = new(
            new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connectionString, Sqlite.Options).AddInterceptors(new MappedReads()).Options,
            poolSize: 256
        );
        connection = new SqliteConnection(connectionString);
        writers = new(
            new DbContextOptionsBuilder<SqliteDb>()
                .UseSqlite(connection, Sqlite.Options)
                .AddInterceptors(statements = new Statements(connection))
                .Options,
            poolSize: 4
        );
        working = Task.Run(Work);
    }

    internal override bool IsAwaited => line.Reader.TryPeek(out _);

    protected override AppDb Reader() => readers.CreateDbContext();

    public override async Task Prepare(CancellationToken cancellation = default)
    {
        await using (var db = readers.CreateDbContext())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
            await BringUpToDate(db, cancellation);
            if (await PlannerStatistics.Lacks(db, cancellation))
                await Tend(cancellation);
        }
        await using var probe = new SqliteConnection(connectionString);
        await probe.OpenAsync(cancellation);
        var settings = (
            Journal: await Ask(probe, "PRAGMA journal_mode"),
            Sync: await Ask(probe, "PRAGMA synchronous"),
            Keys: await Ask(probe, "PRAGMA foreign_keys")
        );
        if (settings is not ("wal", "2", "1") || probe.DefaultTimeout < 5)
            throw new InvalidOperationException(
                $"The SQLite database must run with journal_mode=wal, synchronous=2 (FULL), foreign_keys=1; it runs with {settings}. "
                    + "Is the data folder on a file system that supports shared memory (not a network share)?"
            );
    }

    public override async Task<string> Engine(CancellationToken cancellation = default)
    {
        await using var probe = new SqliteConnection(connectionString);
        await probe.OpenAsync(cancellation);
        return "SQLite " + probe.ServerVersion;
    }

    public override async Task Tend(CancellationToken cancellation = default)
    {
        await Write(Actor.System(Guid.Empty), db => PlannerStatistics.Count(db, cancellation), cancellation);
        // Open connections don't notice the change.
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private static async Task<string> Ask(SqliteConnection connection, string pragma)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    protected override async Task<(T, News)> Commit<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        var piece = new Waiting<T>(actor, work, cancellation);
        await line.Writer.WriteAsync(piece, cancellation);
        // Explained here, in the caller's language.
        try
        {
            return await piece.Done.Task;
        }
        catch (Exception e) when (IsDiskFault(e))
        {
            throw Refusal.Unavailable(Words.Of("Refused_DiskFull"), e);
        }
    }

    private async Task Work()
    {
        var batch = new List<Waiting>(BatchSize);
        while (await line.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                if (connection.State != System.Data.ConnectionState.Open)
                    await Open();
                await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
                var started = TimeProvider.System.GetTimestamp();
                while (
                    batch.Count < BatchSize && TimeProvider.System.GetElapsedTime(started) < BatchTime && line.Reader.TryRead(out var next)
                )
                {
                    batch.Add(next);
                    await RunOne(next, transaction);
                }
                await transaction.CommitAsync();
                foreach (var piece in batch)
                    piece.Succeed();
            }
            catch (Exception e)
            {
                log.LogError(e, "A batch of {Count} writes was rolled back", batch.Count);
                // Work that still waits would meet the same fault; it fails when its turn comes, not now.
                if (batch.Count == 0 && line.Reader.TryRead(out var first))
                    batch.Add(first);
                foreach (var piece in batch)
                    piece.Fail(e);
                statements.Forget();
                await connection.CloseAsync();
            }
        }
    }

    private async Task Open()
    {
        await connection.OpenAsync();
        // Rollback data of a piece stays in memory: beyond 64 KB, an ordinary ticket, it would be a file created and removed each time.
        statements.Run("PRAGMA temp_store=MEMORY", null);
        statements.Run(MappedReads.Pragma, null);
    }

    private async Task RunOne(Waiting piece, SqliteTransaction transaction)
    {
        if (piece.Cancellation.IsCancellationRequested)
        {
            piece.Refuse(new OperationCanceledException(piece.Cancellation));
            return;
        }
        // Refusals are in the language of the caller who waits, not of this thread.
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (piece.Culture, piece.UICulture);
        statements.Run("SAVEPOINT piece", transaction);
        await using var db = await writers.CreateDbContextAsync();
        await db.Database.UseTransactionAsync(transaction);
        db.Database.AutoSavepointsEnabled = false;
        try
        {
            await piece.Run(db.As(piece.Actor, tracking: true));
            statements.Run("RELEASE piece", transaction);
        }
        catch (Exception e) when (!IsDiskFault(e))
        {
            statements.Run("ROLLBACK TO piece", transaction);
            statements.Run("RELEASE piece", transaction);
            piece.Refuse(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        line.Writer.TryComplete();
        await working;
        await connection.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private abstract class Waiting(Actor actor, CancellationToken cancellation)
    {
        public Actor Actor => actor;
        public CancellationToken Cancellation => cancellation;
        public CultureInfo Culture { get; } = CultureInfo.CurrentCulture;
        public CultureInfo UICulture { get; } = CultureInfo.CurrentUICulture;
        protected Exception? Refused { get; private set; }

        public void Refuse(Exception why) => Refused = why;

        public abstract Task Run(AppDb db);
        public abstract void Succeed();
        public abstract void Fail(Exception why);
    }

    private sealed class Waiting<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation) : Waiting(actor, cancellation)
    {
        private (T, News) outcome;

        public TaskCompletionSource<(T, News)> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task Run(AppDb db) => outcome = await Store.Run(db, work, Cancellation);

        public override void Succeed()
        {
            if (Refused is null)
                Done.TrySetResult(outcome);
            else
                Done.TrySetException(Refused);
        }

        public override void Fail(Exception why) => Done.TrySetException(Refused ?? why);
    }
}
