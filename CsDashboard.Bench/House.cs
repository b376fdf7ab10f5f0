using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>The rooms on a database, without their background work unless it is started.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    private House(
        string folder,
        bool ownsFolder,
        Action<ILoggingBuilder> logs,
        Action<IServiceCollection>? with = null,
        string? postgres = null
    )
    {
        (Folder, this.ownsFolder) = (folder, ownsFolder);
        var rooms = new ServiceCollection();
        rooms.AddLogging(logs);
        rooms.Configure<Settings>(settings =>
        {
            settings.DataFolder = folder;
            (settings.Database, settings.ConnectionString) = (postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres, postgres);
        });
        rooms.AddRooms();
        rooms.AddSingleton<ILinks, Links>();
        with?.Invoke(rooms);
        services = rooms.BuildServiceProvider();
    }

    public string Folder { get; }
    public string Database => Path.Combine(Folder, "csdashboard.db");

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A folder of its own with a migrated database. The rooms' services are changed by <paramref name="with"/>.</summary>
    public static async Task<House> New(Action<IServiceCollection>? with = null)
    {
        var house = new House(
            Directory.CreateTempSubdirectory("csdashboard-bench-").FullName,
            ownsFolder: true,
            logs => logs.SetMinimumLevel(LogLevel.Error).AddSimpleConsole(),
            with
        );
        await house.Get<Store>().Prepare();
        return house;
    }

    /// <summary>A database that is there already. Says nothing of its own on the console.</summary>
    public static House In(string folder, string? postgres = null) =>
        new(folder, ownsFolder: false, logs => logs.SetMinimumLevel(LogLevel.None), postgres: postgres);

    public async Task StartBackgroundWork()
    {
        foreach (var background in services.GetServices<IHostedService>())
            await background.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
