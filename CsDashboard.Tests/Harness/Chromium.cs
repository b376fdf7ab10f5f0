using System.Diagnostics;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>The one browser of a test run: what is on the PATH, else Debian's package, else Playwright's own download.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome"];
    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly Lazy<Task<IBrowser>> Launched = new(Launch);
    private static IPlaywright? playwright;

    public static Task<IBrowser> Browser() => Launched.Value;

    public static async Task Close()
    {
        if (Launched is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Launched.Value).DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task<IBrowser> Launch()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        var path = OnPath() ?? await FromDebian();
        if (
            path is null
            && !File.Exists(playwright.Chromium.ExecutablePath)
            && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0
        )
            throw new InvalidOperationException(
                "The browser tests need Chromium, and it could be installed neither with apt-get nor by Playwright. Install it (on Debian: apt-get install chromium) and run the tests again."
            );
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args = Flags,
                ChromiumSandbox = false,
            }
        );
    }

    private static string? OnPath() =>
        (
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in Names
            let file = Path.Combine(folder, name)
            where File.Exists(file)
            select file
        ).FirstOrDefault();

    private static async Task<string?> FromDebian()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
            return null;
        await Run("/usr/bin/apt-get", "update");
        await Run("/usr/bin/apt-get", "install", "-y", "--no-install-recommends", "chromium");
        return OnPath();
    }

    private static async Task Run(string file, params string[] words)
    {
        var start = new ProcessStartInfo(file, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
    }
}
