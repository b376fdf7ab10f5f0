using System.Text.RegularExpressions;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>The app with the demo companies in it, for the stories that need much to look at.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await TestApp.Start(settings: [("CsDashboard:Demo", "true")], withCast: false);

    public ValueTask DisposeAsync() => App is null ? ValueTask.CompletedTask : App.DisposeAsync();
}
