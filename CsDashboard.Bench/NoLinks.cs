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

internal sealed class NoLinks : INavigationInterception, IScrollToLocationHash
{
    public Task EnableNavigationInterceptionAsync() => Task.CompletedTask;

    public Task RefreshScrollPositionForHash(string locationAbsolute) => Task.CompletedTask;
}
