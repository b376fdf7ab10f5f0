using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsDashboard.Foundation;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// Base of the tests that look through browsers. After a failure it keeps pictures; after a success it asks that no browser
/// complained.
/// </summary>
public abstract class BrowserStory(TestApp app) : IAsyncDisposable
{
    protected TestApp App => app;
    protected Browser Browser { get; } = new(app);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                await Browser.Picture(TestContext.Current.Test?.TestDisplayName ?? "test");
            else
                Browser.ShouldBeQuiet();
        }
        finally
        {
            await Browser.DisposeAsync();
        }
    }
}
