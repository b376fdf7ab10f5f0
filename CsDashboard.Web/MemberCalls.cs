using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web;

/// <summary>
/// What the calls under /api/customer-id share (contract: membership, Calls): signed in, the envelope, a customer reaches own ids only. A
/// {customerId} is any of the customer's names (contract C5), resolved by
/// <see cref="CsDashboard.Customers.CustomerRecords.Whose"/>; an unknown one is 404.
/// </summary>
internal static class MemberCalls
{
    /// <summary>Customers for themselves, staff and the service key for anyone of the company.</summary>
    public static RouteGroupBuilder Members(this Api api, string part) => api.SignedIn.MapGroup($"/customer-id/{part}").WithTags(part);

    /// <summary>Decided by staff or reported with the service key, never by a customer.</summary>
    public static RouteGroupBuilder MembersByStaff(this Api api, string part) => api.Staff.MapGroup($"/customer-id/{part}").WithTags(part);

    /// <summary>
    /// The actor for public data: of the caller's own company, or else the visitors'; before set-up one without a company.
    /// </summary>
    public static async Task<Actor> AnyActor(HttpContext http, Tenants tenants) =>
        http.User.Identity?.IsAuthenticated == true
            ? Actors.Of(http)
            : Actor.System(await tenants.Default() ?? Guid.Empty, http.RequestServices.GetRequiredService<TimeProvider>()) with
            {
                Language = Words.Language,
            };

    /// <summary>The actor with the caller's key for this call and the content of the call.</summary>
    public static Actor Sending(this Actor actor, string? key, string verb, Guid whose, object body) =>
        actor with
        {
            Once = OnceKey.Of(key, verb, whose, body),
        };

    public static Ok<Enveloped<T>> Enveloped<T>(T data) => TypedResults.Ok(new Enveloped<T>(true, data));
}
