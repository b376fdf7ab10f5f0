using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CsDashboard.Tests.Harness;

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class StandingClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    public override DateTimeOffset GetUtcNow() => now;
    public void Move(TimeSpan by) => now += by;
}

/// <summary>All rooms on a fresh database with two companies in it; nothing runs by itself.</summary>
public sealed class PlatformGround : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<Task> removal;

    private PlatformGround(ServiceProvider services, string folder, StandingClock clock, Func<Task> removal) =>
        (this.services, Folder, Clock, this.removal) = (services, folder, clock, removal);

    public string Folder { get; }
    public StandingClock Clock { get; }
    public Store Store => Get<Store>();
    public Actor First { get; private set; } = null!;
    public Actor Second { get; private set; } = null!;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<PlatformGround> Lay(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? change = null, Action<Settings>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("csdashboard").FullName;
        string? connection = null;
        var remove = () => Task.CompletedTask;
        if (kind == DatabaseKind.Postgres)
        {
            if (PostgresServer.WhyNot is { } why) Assert.Skip(why);
            var maintenance = await PostgresServer.Maintenance();
            var name = "t_" + Guid.NewGuid().ToString("N");
            await Execute(maintenance, $"CREATE DATABASE {name}");
            connection = new NpgsqlConnectionStringBuilder(maintenance) { Database = name }.ToString();
            remove = async () =>
            {
                NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
                await Execute(maintenance, $"DROP DATABASE {name} WITH (FORCE)");
            };
        }
        var clock = new StandingClock();
        var house = new ServiceCollection();
        house.AddLogging();
        house.AddOptions<Settings>().Configure(s =>
        {
            (s.DataFolder, s.Database, s.ConnectionString, s.PublicUrl) = (folder, kind, connection, "https://help.example.test");
            settings?.Invoke(s);
        });
        house.AddRooms();
        house.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        change?.Invoke(house);
        var ground = new PlatformGround(house.BuildServiceProvider(), folder, clock, remove);
        await ground.Store.Prepare();
        ground.First = Actor.System((await ground.Get<Tenants>().Found("شركة النور", "first", "Asia/Riyadh", clock)).Id, clock);
        ground.Second = Actor.System((await ground.Get<Tenants>().Found("Other & Sons", "second", "UTC", clock)).Id, clock);
        return ground;
    }

    public async Task<Actor> Person(Actor company, string name, Role role = Role.Agent, string language = "en", Guid? customerId = null)
    {
        var user = await Store.Write(company, db => Users.Add(db, name, $"{(name.All(char.IsAscii) ? name.ToLowerInvariant() : "someone")}.{Guid.NewGuid():N}@example.test", role, null, customerId, language));
        return company with { Role = role, UserId = user.Id, CustomerId = customerId, Name = name, Language = language };
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await removal();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
