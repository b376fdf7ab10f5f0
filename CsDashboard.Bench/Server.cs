using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>A program of this build that runs beside the benchmark and is ended with it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly Process process;

    private Server(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }
    public int ProcessId => process.Id;

    /// <summary>What it has used of the processors since it was started.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Megabytes that it holds of the machine's memory.</summary>
    public double Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>Waits until nothing is worked off behind any more: a second of less than a twentieth of a processor.</summary>
    public async Task Settled()
    {
        for (var i = 0; i < 120; i++)
        {
            var before = Processor;
            await Task.Delay(1_000);
            if (Processor - before < TimeSpan.FromMilliseconds(50))
                return;
        }
    }

    /// <summary>The product itself, on a database that is there already.</summary>
    public static Task<Server> Product(string folder) =>
        Start(url => [typeof(global::Program).Assembly.Location, .. ProductArguments(folder, url)], "health", Path.GetTempPath());

    /// <summary>The same as it was published into a folder, with all that belongs to its pages.</summary>
    public static Task<Server> Product(string folder, string published, string? postgres = null) =>
        Start(
            url =>
                [
                    Path.Combine(published, "CsDashboard.Web.dll"),
                    .. ProductArguments(folder, url),
                    .. postgres is null ? (string[])[] : ["--CsDashboard:Database", "Postgres", "--ConnectionStrings:Default", postgres],
                ],
            "health",
            published
        );

    /// <summary>The bare ceiling behind the same web server, on a file of SQLite or a database of PostgreSQL.</summary>
    public static Task<Server> Raw(string database) =>
        Start(url => [typeof(Server).Assembly.Location, "raw-server", url.ToString(), database], "ready", Path.GetTempPath());

    /// <summary>The product inside this process, where its heap can be measured. Ends with the process.</summary>
    public static async Task<Uri> ProductHere(string folder)
    {
        var address = FreeAddress();
        var main = typeof(global::Program).Assembly.EntryPoint!;
        // Under its own name and in Development, where static files are served out of the build.
        string[] arguments =
        [
            .. ProductArguments(folder, address),
            "--applicationName",
            "CsDashboard.Web",
            "--environment",
            "Development",
            "--contentRoot",
            AppContext.BaseDirectory,
        ];
        var running = Task.Run(() => main.Invoke(null, [arguments]));
        using var client = Http.New(address);
        return await Answers(client, "health", () => running.IsCompleted)
            ? address
            : throw new InvalidOperationException("The product did not start.", running.Exception);
    }

    private static string[] ProductArguments(string folder, Uri url) =>
        [
            "--urls",
            url.ToString(),
            "--environment",
            "Production",
            "--CsDashboard:DataFolder",
            folder,
            "--CsDashboard:PublicUrl",
            url.ToString(),
            "--CsDashboard:AllowHttp",
            "true",
            "--CsDashboard:Demo",
            "false",
            "--CsDashboard:ServiceApiKey",
            Seed.ServiceKey,
            "--CsDashboard:RateLimit:PerMinute",
            "0",
            "--CsDashboard:RateLimit:PerHour",
            "0",
            "--Logging:LogLevel:Default",
            "Error",
        ];

    private static async Task<Server> Start(Func<Uri, string[]> arguments, string probe, string at)
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = false, WorkingDirectory = at };
        foreach (var argument in arguments(address))
            start.ArgumentList.Add(argument);
        var server = new Server(Process.Start(start)!, address);
        using var client = Http.New(address);
        return await Answers(client, probe, () => server.process.HasExited)
            ? server
            : throw new InvalidOperationException("The server did not start: dotnet " + string.Join(' ', start.ArgumentList));
    }

    private static async Task<bool> Answers(HttpClient client, string probe, Func<bool> over)
    {
        for (var i = 0; i < 1_500 && !over(); i++)
        {
            try
            {
                if ((await client.GetAsync(probe)).IsSuccessStatusCode)
                    return true;
            }
            catch (HttpRequestException) { }
            await Task.Delay(20);
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
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
