#pragma warning disable BL0006 // The bench stands where the circuit stands.
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
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

internal sealed class Drawer(IServiceProvider services, BatchDrawn drawn)
    : Renderer(services, services.GetRequiredService<ILoggerFactory>())
{
    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

    public async Task Show(Type component, ParameterView parameters) =>
        await RenderRootComponentAsync(AssignRootComponentId(InstantiateComponent(component)), parameters);

    protected override Task UpdateDisplayAsync(in RenderBatch batch)
    {
        drawn(batch);
        return Task.CompletedTask;
    }

    protected override void HandleException(Exception exception) => Console.Error.WriteLine(exception);
}
