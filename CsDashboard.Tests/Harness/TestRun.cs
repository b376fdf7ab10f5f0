using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CsDashboard.Tests.Harness;

/// <summary>What lives as long as the test run: its folder, the PostgreSQL server, the browser.</summary>
public sealed class TestRun : IAsyncDisposable
{
    private static readonly string Root = Path.Combine(
        Path.GetTempPath(),
        "csdashboard-tests-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
    );
    private static int folders;

    /// <summary>The root of the sources.</summary>
    public static string Sources { get; } =
        Path.GetFullPath(
            typeof(TestRun)
                .Assembly.GetCustomAttributes(false)
                .OfType<System.Reflection.AssemblyMetadataAttribute>()
                .Single(a => a.Key == "SourceRoot")
                .Value!
        );

    public static string Configuration { get; } =
        typeof(TestRun)
            .Assembly.GetCustomAttributes(false)
            .OfType<System.Reflection.AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Configuration")
            .Value!;

    /// <summary>A new empty folder that goes when the run ends.</summary>
    public static string NewFolder(string name = "house") =>
        Directory
            .CreateDirectory(
                Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref folders)}"))
            )
            .FullName;

    public async ValueTask DisposeAsync()
    {
        await Chromium.Close();
        await TestDatabase.DropTemplates();
        await PostgresServer.Stop();
        try
        {
            if (Directory.Exists(Root))
                Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        { /* a file that is still held; the system's temp folder is cleaned by its owner */
        }
    }
}
