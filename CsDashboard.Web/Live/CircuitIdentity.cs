using System.Security.Claims;
using CsDashboard.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CsDashboard.Web.Live;

/// <summary>
/// An open page belongs to the session it was opened with. When it reconnects with another session's cookie (somebody signed in again in
/// another tab), it stops and is reloaded.
/// </summary>
internal sealed class CircuitIdentity(AuthenticationStateProvider auth, NavigationManager navigation, ILogger<CircuitIdentity> log)
    : CircuitHandler,
        IDisposable
{
    private Guid? session;
    private volatile bool stopped;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        session = Actors.SessionOf((await auth.GetAuthenticationStateAsync()).User);
        auth.AuthenticationStateChanged += Changed;
    }

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) =>
        Compare((await auth.GetAuthenticationStateAsync()).User);

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next
    ) => activity => stopped ? Task.CompletedTask : next(activity);

    private async void Changed(Task<AuthenticationState> state)
    {
        try
        {
            Compare((await state).User);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Who reconnected could not be told");
        }
    }

    private void Compare(ClaimsPrincipal user)
    {
        // Pages handle being signed out themselves: they go to the sign-in page.
        if (stopped || user.Identity?.IsAuthenticated != true || Actors.SessionOf(user) == session)
            return;
        stopped = true;
        log.LogInformation("A page reconnected under another session and is loaded again");
        navigation.NavigateTo(navigation.Uri, forceLoad: true);
    }

    public void Dispose() => auth.AuthenticationStateChanged -= Changed;
}
