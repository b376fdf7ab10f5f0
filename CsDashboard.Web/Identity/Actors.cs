using System.Security.Claims;
using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Identity;

/// <summary>Makes the <see cref="Actor"/>: once for a request; for an open page from its sign-in.</summary>
public static class Actors
{
    private static readonly object Key = new();

    /// <summary>Refuses with SignedOut when nobody is signed in.</summary>
    public static Actor Of(HttpContext http)
    {
        if (http.Items[Key] is Actor known)
            return known;
        var actor = Of(http.User, http.RequestServices.GetRequiredService<TimeProvider>());
        http.Items[Key] = actor;
        return actor;
    }

    /// <summary>Refuses with SignedOut when nobody is signed in. The language is that of the current culture.</summary>
    public static Actor Of(ClaimsPrincipal user, TimeProvider clock)
    {
        if (
            user.Identity?.IsAuthenticated != true
            || !Guid.TryParse(user.FindFirstValue(Principals.Tenant), out var tenant)
            || !Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
        )
            throw Refusal.SignedOut();
        return new Actor
        {
            TenantId = tenant,
            Role = role,
            UserId = IdOf(user, ClaimTypes.NameIdentifier),
            CustomerId = IdOf(user, Principals.Customer),
            SessionId = IdOf(user, Principals.Session),
            Name = user.FindFirstValue(ClaimTypes.Name) ?? "",
            Language = Words.Language,
            TimeZone = user.FindFirstValue(Principals.TimeZone) ?? "UTC",
            Address = user.FindFirstValue(Principals.Address),
            NeedsSecondFactor = user.HasClaim(claim => claim.Type == Principals.NeedsSecondFactor),
            Clock = clock,
        };
    }

    public static Guid? SessionOf(ClaimsPrincipal user) => IdOf(user, Principals.Session);

    public static Visitor VisitorOf(HttpContext http) =>
        new(
            AddressOf(http),
            http.Request.Headers.UserAgent.ToString() is { Length: > 0 } browser ? browser : null,
            http.RequestServices.GetRequiredService<TimeProvider>()
        );

    public static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return address is null ? "unknown" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    private static Guid? IdOf(ClaimsPrincipal user, string type) => Guid.TryParse(user.FindFirstValue(type), out var id) ? id : null;
}
