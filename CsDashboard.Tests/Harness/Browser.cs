using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>Real browsers looking at one server: a window for each person, apart as on machines of their own.</summary>
public sealed class Browser(Uri server) : IAsyncDisposable
{
    private readonly ConcurrentBag<Seat> seats = [];

    public Browser(TestApp app)
        : this(app.Server) { }

    /// <summary>A window of somebody of the cast who has signed in through the page, and looks at their home.</summary>
    public async Task<Seat> As(Actor person, Look? look = null, string password = NamedCast.Password)
    {
        var seat = await Anyone(look, person.Name);
        await seat.SignIn(NamedCast.EmailOf(person), password);
        return seat;
    }

    /// <summary>A window of somebody who has not signed in.</summary>
    public async Task<Seat> Anyone(Look? look = null, string name = "Anyone")
    {
        look ??= Look.Desktop;
        var browser = await Chromium.Browser();
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = server.ToString(),
                Locale = look.Locale,
                TimezoneId = look.TimeZone,
                ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
                ViewportSize = new() { Width = look.Width, Height = look.Height },
                HasTouch = look.Touch,
                ReducedMotion = look.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
                ForcedColors = look.ForcedColors ? ForcedColors.Active : ForcedColors.None,
            }
        );
        context.SetDefaultTimeout(60_000);
        context.SetDefaultNavigationTimeout(60_000);
        var seat = new Seat(name, context, await context.NewPageAsync());
        await seat.Watch();
        seats.Add(seat);
        return seat;
    }

    /// <summary>Nobody's browser complained: no script error, no error on the console, no breach of the content security policy.</summary>
    public void ShouldBeQuiet()
    {
        var complaints = seats.SelectMany(s => s.Complaints.Select(c => $"{s.Name}: {c}")).ToList();
        complaints.ShouldBeEmpty("A browser complained:\n" + string.Join('\n', complaints));
    }

    /// <summary>Keeps what every window shows, for a look after a failure: pictures and pages in TestResults.</summary>
    public async Task Picture(string test)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestRun.Sources, "TestResults", "browser")).FullName;
        foreach (var seat in seats)
        {
            if (seat.Page.IsClosed || seat.Crashed)
                continue;
            var file = Path.Combine(folder, string.Concat(test.Select(c => char.IsLetterOrDigit(c) ? c : '-')) + "-" + seat.Name);
            try
            {
                await seat.Page.ScreenshotAsync(
                    new()
                    {
                        Path = file + ".png",
                        FullPage = true,
                        Timeout = 10_000,
                    }
                );
                await File.WriteAllTextAsync(
                    file + ".html",
                    $"<!-- {seat.Page.Url}\n{string.Join('\n', seat.Complaints)} -->\n" + await seat.Page.ContentAsync()
                );
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                await File.WriteAllTextAsync(file + ".txt", $"{seat.Page.Url}: no picture could be taken: {e.Message}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Shown when the test has failed: what went wrong on the page is often said on its console.
        foreach (var seat in seats)
        foreach (var complaint in seat.Complaints)
            TestContext.Current.TestOutputHelper?.WriteLine($"{seat.Name}'s browser, {seat.Page.Url}: {complaint}");
        // A browser whose page has crashed may never answer.
        foreach (var seat in seats)
            await seat.Context.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
    }
}
