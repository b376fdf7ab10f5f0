using System.Security.Claims;
using CsDashboard.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CsDashboard.Web.Live;

/// <summary>Checks every 30 seconds whether the page's session is still alive; a safety net beside <see cref="SessionWatch"/>.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logs, Sessions sessions, TimeProvider clock)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => Actors.SessionOf(authenticationState.User) is not { } session || await sessions.OfSession(session, clock) is not null;
}
