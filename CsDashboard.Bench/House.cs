using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>The rooms on a database, without their background work unless it is started.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    private House(string folder, bool ownsFolder, Action<ILoggingBuilder> logs, Action<IServiceCollection>? with = null)
    {
        (Folder, this.ownsFolder) = (folder, ownsFolder);
        var rooms = new ServiceCollection();
        rooms.AddLogging(logs);
        rooms.Configure<Settings>(settings => settings.DataFolder = folder);
        rooms.AddRooms();
        with?.Invoke(rooms);
        services = rooms.BuildServiceProvider();
    }

    public string Folder { get; }
    public string Database => Path.Combine(Folder, "csdashboard.db");
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A folder of its own with a migrated database. The rooms' services are changed by <paramref name="with"/>.</summary>
    public static async Task<House> New(Action<IServiceCollection>? with = null)
    {
        var house = new House(Directory.CreateTempSubdirectory("csdashboard-bench-").FullName, ownsFolder: true, logs => logs.SetMinimumLevel(LogLevel.Error).AddSimpleConsole(), with);
        await house.Get<Store>().Prepare();
        return house;
    }

    /// <summary>A database that is there already. Says nothing of its own on the console.</summary>
    public static House In(string folder) => new(folder, ownsFolder: false, logs => logs.SetMinimumLevel(LogLevel.None));

    public async Task StartBackgroundWork()
    {
        foreach (var background in services.GetServices<IHostedService>()) await background.StartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A program of this build that runs beside the benchmark and is ended with it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }
    public int ProcessId => process.Id;

    /// <summary>The product itself, on a database that is there already.</summary>
    public static Task<Server> Product(string folder) => Start(url => ProductArguments(folder, url), "health");

    /// <summary>The bare ceiling behind the same web server.</summary>
    public static Task<Server> Raw(string database) => Start(url => [typeof(Server).Assembly.Location, "raw-server", url.ToString(), database], "ready");

    /// <summary>The product inside this process, where its heap can be measured. Ends with the process.</summary>
    public static async Task<Uri> ProductHere(string folder)
    {
        var address = FreeAddress();
        var main = typeof(global::Program).Assembly.EntryPoint!;
        // Under its own name and in Development, where static files are served out of the build.
        string[] arguments = [.. ProductArguments(folder, address)[1..], "--applicationName", "CsDashboard.Web", "--environment", "Development", "--contentRoot", AppContext.BaseDirectory];
        var running = Task.Run(() => main.Invoke(null, [arguments]));
        using var client = Http.New(address);
        return await Answers(client, "health", () => running.IsCompleted) ? address : throw new InvalidOperationException("The product did not start.", running.Exception);
    }

    private static string[] ProductArguments(string folder, Uri url) =>
    [
        typeof(global::Program).Assembly.Location, "--urls", url.ToString(), "--environment", "Production", "--CsDashboard:DataFolder", folder, "--CsDashboard:Demo", "false",
        "--CsDashboard:ServiceApiKey", Seed.ServiceKey, "--CsDashboard:RateLimit:PerMinute", "0", "--CsDashboard:RateLimit:PerHour", "0", "--Logging:LogLevel:Default", "Error",
    ];

    private static async Task<Server> Start(Func<Uri, string[]> arguments, string probe)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = false, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments(address)) start.ArgumentList.Add(argument);
        var server = new Server(Process.Start(start)!, address);
        using var client = Http.New(address);
        return await Answers(client, probe, () => server.process.HasExited)
            ? server
            : throw new InvalidOperationException("The server did not start: dotnet " + string.Join(' ', start.ArgumentList));
    }

    private static async Task<bool> Answers(HttpClient client, string probe, Func<bool> over)
    {
        for (var i = 0; i < 300 && !over(); i++)
        {
            try { if ((await client.GetAsync(probe)).IsSuccessStatusCode) return true; }
            catch (HttpRequestException) { }
            await Task.Delay(100);
        }
        return false;
    }

    private static Uri FreeAddress()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

internal static class Http
{
#pragma warning disable RS0030 // The load generator is its own client; there is no host whose factory it could ask.
    public static HttpClient New(Uri address, int connections = 64) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
#pragma warning restore RS0030
}

internal static class Clocked
{
    /// <summary>Milliseconds of each call, sorted.</summary>
    public static async Task<double[]> Times(int calls, Func<int, Task> call)
    {
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await call(i);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }

    /// <summary>Calls a second by so many callers at once, and the time of every call, sorted.</summary>
    public static async Task<(double PerSecond, double[] Times)> Load(int callers, TimeSpan length, Func<int, Task> call)
    {
        var (began, all) = (Stopwatch.GetTimestamp(), new List<double>[callers]);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var mine = all[caller] = [];
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                var start = Stopwatch.GetTimestamp();
                await call(caller);
                mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var times = all.SelectMany(t => t).Order().ToArray();
        return (times.Length / seconds, times);
    }

    public static double At(this double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)];

    public static void Line(string what, string figure, string ceiling, string ratio) => Console.WriteLine($"| {what} | {figure} | {ceiling} | {ratio} |");

    public static void Head(string title)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine("| what | CsDashboard | ceiling | ratio |");
        Console.WriteLine("|---|---|---|---|");
    }
}
