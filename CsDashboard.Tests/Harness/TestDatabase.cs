using System.Collections.Concurrent;
using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// A database of a test's own, copied from a template that was migrated once: empty, or with the cast in it.
/// Its folder is the data folder of the house that lives in it.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseKind Kind, bool WithCast), Lazy<Task<TestDatabase>>> Templates = new();
    private static int count;

    /// <summary>
    /// The database of endpoints, pages and journeys that don't name one: SQLite, or what CSDASHBOARD_TEST_DATABASE names.
    /// </summary>
    internal static DatabaseKind OfPages { get; } =
        Enum.TryParse<DatabaseKind>(Environment.GetEnvironmentVariable("CSDASHBOARD_TEST_DATABASE"), ignoreCase: true, out var named)
            ? named
            : DatabaseKind.Sqlite;

    private TestDatabase(DatabaseKind kind, string? connectionString) => (Kind, ConnectionString) = (kind, connectionString);

    public DatabaseKind Kind { get; }
    public string Folder { get; } = TestRun.NewFolder();
    public string? ConnectionString { get; }

    /// <summary>Who is in it; null for an empty one.</summary>
    internal CastIds? Cast { get; private set; }

    /// <summary>The SQLite file.</summary>
    public string File => Path.Combine(Folder, "csdashboard.db");

    // Without limits: a test does within a moment what a person does in a day. Tests of limits set their own.
    internal void Configure(Settings settings) =>
        (settings.DataFolder, settings.Database, settings.ConnectionString, settings.Demo, settings.RateLimit) = (
            Folder,
            Kind,
            ConnectionString,
            false,
            new() { PerMinute = 0, PerHour = 0 }
        );

    /// <summary>A fresh one of the kind.</summary>
    public static async Task<TestDatabase> Fresh(DatabaseKind kind, bool withCast = true)
    {
        if (kind == DatabaseKind.Postgres)
            await PostgresServer.Maintenance();
        return await (await Templates.GetOrAdd((kind, withCast), key => new(() => MakeTemplate(key.Kind, key.WithCast))).Value).Copy();
    }

    private static async Task<TestDatabase> MakeTemplate(DatabaseKind kind, bool withCast)
    {
        if (withCast)
        {
            var peopled = await Fresh(kind, withCast: false);
            await using (var house = await House.In(peopled))
                peopled.Cast = await CastIds.MoveIn(house);
            await peopled.Rest();
            return peopled;
        }
        var empty = await New(kind, "");
        await using (var house = await House.In(empty))
            await house.Store.Prepare();
        await empty.Rest();
        return empty;
    }

    private async Task<TestDatabase> Copy()
    {
        var copy = await New(
            Kind,
            ConnectionString is null
                ? ""
                : $" TEMPLATE \"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}\" STRATEGY FILE_COPY"
        );
        if (Kind == DatabaseKind.Sqlite)
            System.IO.File.Copy(File, copy.File);
        copy.Cast = Cast;
        return copy;
    }

    private static async Task<TestDatabase> New(DatabaseKind kind, string template)
    {
        if (kind == DatabaseKind.Sqlite)
            return new(kind, null);
        var name = string.Create(CultureInfo.InvariantCulture, $"csdashboard_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await OnServer($"CREATE DATABASE \"{name}\"{template}");
        return new(
            kind,
            new NpgsqlConnectionStringBuilder(await PostgresServer.Maintenance()) { Database = name, MaxPoolSize = 40 }.ToString()
        );
    }

    // Nobody may be connected to a template while it is copied, and its write-ahead file must be empty.
    private async Task Rest()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            return;
        }
        await using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A plain connection past the product, for asking the engine itself.</summary>
    public async Task<System.Data.Common.DbConnection> Connect()
    {
        System.Data.Common.DbConnection connection =
            Kind == DatabaseKind.Sqlite
                ? new SqliteConnection(
                    new SqliteConnectionStringBuilder
                    {
                        DataSource = File,
                        Pooling = false,
                        DefaultTimeout = 15,
                    }.ToString()
                )
                : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Drops the triggers that keep what was recorded, as somebody who owns the database can.</summary>
    public Task DropGuards() =>
        Ask(
            Kind == DatabaseKind.Sqlite
                ? """
                DROP TRIGGER "Events_no_UPDATE"; DROP TRIGGER "Events_no_REWRITE"; DROP TRIGGER "Events_no_DELETE"; DROP TRIGGER "Events_no_REPLACE"; DROP TRIGGER "AuditLinks_no_UPDATE"; DROP TRIGGER "AuditLinks_no_DELETE"
                """
                : """
                ALTER TABLE "Events" DISABLE TRIGGER USER; ALTER TABLE "AuditLinks" DISABLE TRIGGER USER
                """
        );

    /// <summary>The engine's own answer to a query, as text.</summary>
    public async Task<string> Ask(string sql)
    {
        await using var connection = await Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Postgres)
        {
            await Rest();
            await OnServer($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}\" WITH (FORCE)");
        }
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        { /* still held by a process that a test left; the folder of the run goes at its end */
        }
    }

    internal static async Task DropTemplates()
    {
        foreach (var template in Templates.Values.Where(t => t.IsValueCreated && t.Value.IsCompletedSuccessfully))
            await (await template.Value).DisposeAsync();
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.Maintenance());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
