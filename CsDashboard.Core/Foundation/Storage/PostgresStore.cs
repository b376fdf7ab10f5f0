using System.Data;
using System.Data.Common;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// PostgreSQL: every write has its own serialisable transaction. Those of one company follow one another in this process
/// (<see cref="CompanyLanes"/>), so that only another process can collide with them; then the write is run again. One that collided three
/// times queues from then on (one queue for all processes), so that fifty writers of one row all get through instead of chasing each other.
/// </summary>
public sealed class PostgresStore(
    string connectionString,
    LiveFeed feed,
    EventSignal signal,
    SessionEnds ends,
    IEnumerable<IPrepareStorage> preparations
) : Store(feed, signal, ends, preparations)
{
    private const int Tries = 20;
    private const int TriesOutsideTheLine = 3;
    private const int LongestPause = 500;
    private const int Connections = 60;
    private const long Line = 0x4353_4461_7368;
    private readonly SemaphoreSlim first = new(1, 1);
    private readonly CompanyLanes lanes = new();
    private readonly PooledDbContextFactory<PostgresDb> contexts = new(
        new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connectionString).Options,
        poolSize: 256
    );

    /// <summary>
    /// A server of the usual settings takes 100 connections in all; within this many a rush waits for one instead of being turned away.
    /// What the operator says stands.
    /// </summary>
    internal static string Bounded(string database)
    {
        var words = new DbConnectionStringBuilder { ConnectionString = database }.Keys.Cast<string>();
        var isSaid = words.Any(word => word.Replace(" ", "", StringComparison.Ordinal) is "maximumpoolsize" or "maxpoolsize");
        return isSaid ? database : new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = Connections }.ToString();
    }

    internal override bool IsAwaited => lanes.IsAwaited;

    protected override AppDb Reader() => contexts.CreateDbContext();

    public override async Task Prepare(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await BringUpToDate(db, cancellation);
    }

    public override async Task<string> Engine(CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return "PostgreSQL " + connection.PostgreSqlVersion;
    }

    internal override async Task<bool> Alone(AppDb db, long work, CancellationToken cancellation) =>
        (await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({work}) AS \"Value\"").ToListAsync(cancellation))[0];

    protected override async Task<(T, News)> Commit<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        await lanes.Enter(actor.TenantId, cancellation);
        try
        {
            return await Insist(actor, work, cancellation);
        }
        finally
        {
            lanes.Leave(actor.TenantId);
        }
    }

    private async Task<(T, News)> Insist<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await (attempt > TriesOutsideTheLine ? InLine(actor, work, cancellation) : Once(actor, work, cancellation));
            }
            catch (Exception e) when (attempt < Tries && MustRunAgain(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2, Math.Min(10 << attempt, LongestPause))), cancellation);
            }
        }
    }

    private async Task<(T, News)> Once<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        await using var db = (await contexts.CreateDbContextAsync(cancellation)).As(actor, tracking: true);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        var outcome = await Run(db, work, cancellation);
        await transaction.CommitAsync(cancellation);
        return outcome;
    }

    // The lock has a connection of its own, since a transaction that waited for it would see the data from before the wait.
    private async Task<(T, News)> InLine<T>(Actor actor, Func<AppDb, Task<T>> work, CancellationToken cancellation)
    {
        await first.WaitAsync(cancellation);
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using (
                var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction)
                {
                    Parameters = { new() { Value = Line } },
                }
            )
                await wait.ExecuteNonQueryAsync(cancellation);
            return await Once(actor, work, cancellation);
        }
        finally
        {
            first.Release();
        }
    }
}
