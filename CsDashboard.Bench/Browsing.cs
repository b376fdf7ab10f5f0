using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace CsDashboard.Bench;

/// <summary>
/// An agent's real browser, driven by a process of its own through lines: sign-in, open N PATH, close. Each is answered when it is done.
/// </summary>
internal sealed class Browsing : IAsyncDisposable
{
    private readonly Process process;

    private Browsing(Process process) => this.process = process;

    public static Browsing Of(Uri address) =>
        new(
            Process.Start(
                new ProcessStartInfo("dotnet", [typeof(Browsing).Assembly.Location, "browse", address.ToString()])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );

    public async Task Do(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        if (await process.StandardOutput.ReadLineAsync() != "done")
            throw new InvalidOperationException($"The browser did not do '{line}'.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The other side.</summary>
    public static async Task Run(string address)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--process-per-site",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-first-run",
                ],
            }
        );
        var context = await browser.NewContextAsync(new() { BaseURL = address });
        var pages = new List<IPage>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["sign-in"]:
                    await SignIn(await context.NewPageAsync());
                    break;
                case ["open", var count, var path]:
                    await Open(context, pages, int.Parse(count, CultureInfo.InvariantCulture), path);
                    break;
                default:
                    foreach (var page in pages)
                        await page.CloseAsync();
                    pages.Clear();
                    break;
            }
            Console.WriteLine("done");
        }
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/login");
        await page.FillAsync("input[type=email]", Seed.AgentEmail);
        await page.FillAsync("input[type=password]", Seed.Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/desk**");
        await page.CloseAsync();
    }

    private static async Task Open(IBrowserContext context, List<IPage> pages, int count, string path)
    {
        for (var i = 0; i < count; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(path, new() { Timeout = 180_000 });
            await page.WaitForSelectorAsync("[data-row], .list-row", new() { Timeout = 180_000 });
            pages.Add(page);
        }
        await Task.Delay(3_000);
    }
}
