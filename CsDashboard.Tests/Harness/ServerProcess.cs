using System.Diagnostics;
using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// The product as a process of its own over a database of a test's, which can be killed as nothing inside the test's process can.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly TestDatabase database;
    private Process? process;

    private ServerProcess(TestDatabase database, int port) =>
        (this.database, Address) = (database, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")));

    public Uri Address { get; }

    /// <summary>Started with the cast, once it answers.</summary>
    public static async Task<ServerProcess> Start()
    {
        var server = new ServerProcess(await TestDatabase.Fresh(DatabaseKind.Sqlite), PostgresServer.FreePort());
        await server.StartAgain();
        return server;
    }

    /// <summary>SIGKILL: nothing is ended, nothing is written.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Begins again where <see cref="Kill"/> broke off: the same database and the same address.</summary>
    public async Task StartAgain()
    {
        var web = Path.Combine(TestRun.Sources, "CsDashboard.Web");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(web, "bin", TestRun.Configuration, "net10.0", "CsDashboard.Web.dll"),
                "--urls",
                Address.ToString(),
                "--CsDashboard:DataFolder",
                database.Folder,
                "--CsDashboard:Demo",
                "false",
            ]
        )
        {
            WorkingDirectory = web,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(100))
        {
            if (process.HasExited)
                throw new InvalidOperationException("The server ended with " + process.ExitCode);
            try
            {
                using var answer = await client.GetAsync("health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1))
            { /* it does not listen yet */
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        await database.DisposeAsync();
    }
}
