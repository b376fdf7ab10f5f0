#pragma warning disable BL0006 // The bench stands where the circuit stands.
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace CsDashboard.Bench;

/// <summary>A page of the product, or a part of one, drawn as in a circuit: diffs are made and looked at, and sent to nobody.</summary>
internal sealed class OpenPage<T> : IAsyncDisposable
    where T : IComponent
{
    private readonly ServiceProvider services;
    private readonly Drawer drawer;
    private readonly Dictionary<string, object?> parameters;

    public OpenPage(House house, Actor person, string path, Type[] rooms, BatchDrawn drawn, Dictionary<string, object?>? parameters = null)
    {
        var own = new ServiceCollection();
        own.AddLogging();
        Languages.AddLanguages(own);
        foreach (var room in rooms.Append(typeof(LiveFeed)))
            own.AddSingleton(room, typeof(House).GetMethod(nameof(House.Get))!.MakeGenericMethod(room).Invoke(house, null)!);
        CsDashboard.Web.Shell.Pages.AddPageParts(own).AddSingleton(TimeProvider.System);
        own.AddScoped<NavigationManager>(_ => new Standing(path))
            .AddScoped<IJSRuntime, NoScripts>()
            .AddScoped<INavigationInterception, NoLinks>()
            .AddScoped<IScrollToLocationHash, NoLinks>();
        own.AddSingleton<IErrorBoundaryLogger, Quiet>();
        own.AddScoped<ComponentStatePersistenceManager>()
            .AddScoped(provider => provider.GetRequiredService<ComponentStatePersistenceManager>().State);
        own.AddScoped<AuthenticationStateProvider>(_ => new SignedIn(person)).AddCascadingAuthenticationState().AddAuthorizationCore();
        own.AddSupplyValueFromQueryProvider();
        services = own.BuildServiceProvider();
        drawer = new Drawer(services, drawn);
        this.parameters = parameters ?? [];
    }

    public Task Open() => drawer.Dispatcher.InvokeAsync(() => drawer.Show(typeof(T), ParameterView.FromDictionary(parameters)));

    public async ValueTask DisposeAsync()
    {
        await drawer.DisposeAsync();
        await services.DisposeAsync();
    }
}
