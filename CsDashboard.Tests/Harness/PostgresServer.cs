using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// The PostgreSQL server of a test run: the one that CSDASHBOARD_TEST_POSTGRES names (a connection string to its
/// maintenance database), else a private one out of the machine's own binaries, started on first use and stopped at the end.
/// </summary>
internal static class PostgresServer
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("CSDASHBOARD_TEST_POSTGRES") is { Length: > 0 } text
        ? text
        : null;
    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<string>> Running = new(() => Given is null ? StartOwn() : Task.FromResult(Given));
    private static Process? own;

    /// <summary>Why no test can run on PostgreSQL here; null when it can.</summary>
    public static string? WhyNot { get; } =
        Given is null && Binaries is null
            ? "PostgreSQL was not tested: set CSDASHBOARD_TEST_POSTGRES to a connection string, or install Debian's postgresql."
            : null;

    /// <summary>The connection string to the maintenance database. Skips the test when a server of our own does not start.</summary>
    public static async Task<string> Maintenance()
    {
        try
        {
            return await Running.Value;
        }
        catch (InvalidOperationException e) when (Given is null)
        {
            Assert.Skip("PostgreSQL was not tested: " + e.Message);
            throw;
        }
    }

    public static async Task Stop()
    {
        if (own is not { HasExited: false } process)
            return;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string? FindBinaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(d => Path.Combine(d, "bin"))
                .Where(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")))
                .OrderByDescending(d => int.TryParse(Path.GetFileName(Path.GetDirectoryName(d)), out var version) ? version : 0)
                .FirstOrDefault()
            : null;

    private static async Task<string> StartOwn()
    {
        var folder = TestRun.NewFolder("postgres");
        var port = FreePort();
        // The server refuses to run as root. It ends when its standard input does and by nothing else, so however this process
        // ends, it is not left behind.
        var script = $"""
            set -e
            trap '' TERM HUP INT
            {Binaries}/initdb -D {folder}/data -A trust -U postgres -E UTF8 --locale=C.UTF-8 -N > {folder}/initdb.log 2>&1
            {Binaries}/postgres -D {folder}/data -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off \
              -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB > {folder}/server.log 2>&1 &
            pid=$!
            cat > /dev/null
            while kill -INT $pid 2> /dev/null; do sleep 0.3; done
            """;
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        if (Environment.IsPrivilegedProcess)
        {
            await Process.Start("chown", ["postgres", folder]).WaitForExitAsync();
            // su would put a session of its own around it, which is killed at another moment.
            var plain = File.Exists("/usr/bin/setpriv");
            start.FileName = plain ? "/usr/bin/setpriv" : "su";
            string[] words = plain
                ? ["--reuid=postgres", "--regid=postgres", "--init-groups", "/bin/sh", "-c", script]
                : ["postgres", "-s", "/bin/sh", "-c", script];
            foreach (var word in words)
                start.ArgumentList.Add(word);
        }
        else
        {
            foreach (var word in new[] { "-c", script })
                start.ArgumentList.Add(word);
            start.FileName = "/bin/sh";
        }
        own = Process.Start(start)!;
        var connection = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            await Task.Delay(100);
            try
            {
                await using var probe = new NpgsqlConnection(connection + ";Pooling=false;Timeout=3");
                await probe.OpenAsync();
                return connection;
            }
            catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
            {
                if (own.HasExited || Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                    throw new InvalidOperationException(
                        $"the server of {Binaries} did not start ({e.Message}); its log is in {folder}.",
                        e
                    );
            }
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
