using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using CsDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// Pages as their circuit draws them, without a browser: the components are real, and so are the services and the database
/// of the house behind them. What a page asks of the browser is answered with nothing, unless a test says otherwise by
/// <see cref="BunitContext.JSInterop"/>.
/// </summary>
public sealed class Screen : BunitContext
{
    // What is waited for comes at once or not at all; on a busy machine "at once" may be many seconds, and the library would give up after
    // one.
    static Screen() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource notFound = new();

    private Screen(House house, Actor person)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // Before what would bring a clock of its own.
        Services.AddSingleton(house.Services.GetRequiredService<TimeProvider>());
        Services.AddLanguages();
        Services.AddPageParts();
        Services.AddSupplyValueFromQueryProvider();
        AddBunitPersistentComponentState();
        Services.AddFallbackServiceProvider(house.Services);
        // From here on the services are settled.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p =>
            p.Add(v => v.Value, Task.FromResult(new AuthenticationState(Principals.Of(person, Schemes.Cookie))))
        );
        RenderTree.Add<CascadingValue<TimeZoneInfo>>(p => p.Add(v => v.Name, "Zone").Add(v => v.Value, TimeZoneInfo.Utc));
        Navigation.OnNotFound += (_, _) => notFound.TrySetResult();
    }

    /// <summary>What a signed-in member of the cast sees.</summary>
    public static Screen Of(House house, Actor person) => new(house, person);

    /// <summary>The path and query that the page has come to.</summary>
    public string Address => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    /// <summary>Done once a page has said that its content is NotFound.</summary>
    public Task NotFound => notFound.Task;

    /// <summary>Follows a link of the page that is open, which stays the same with another query.</summary>
    public void Go(string address) => Navigation.NavigateTo(address);

    /// <summary>Opens a page under its address; the values of its route are given as parameters.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? route = null)
        where TPage : IComponent
    {
        Navigation.NavigateTo(address);
        return Render(route);
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}
