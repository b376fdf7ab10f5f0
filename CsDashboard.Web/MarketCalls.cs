using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;

namespace CsDashboard.Web;

/// <summary>
/// What the calls under /api/marketplace share (contract: market, Calls): the customer they are about is a user_id in the body or the
/// address.
/// </summary>
internal static class MarketCalls
{
    /// <summary>
    /// Customers are themselves, named or not, and find nobody else; staff and the service key name anyone of the company, by any of the
    /// customer's names (contract C5).
    /// </summary>
    public static async Task<Guid> Whose(this Actor actor, CustomerRecords customers, string? userId) =>
        !string.IsNullOrWhiteSpace(userId) ? await customers.Whose(actor, userId)
        : actor.IsStaff ? throw Refusal.Invalid("user_id", Words.Of("Text_Required"))
        : actor.DemandCustomer();

    /// <summary>
    /// Who looks into a shop: somebody signed in into that of their company, anyone else into that of the company whose name in addresses
    /// the call brings (X-Company), or else of the first. NotFound for a company that isn't there.
    /// </summary>
    public static async Task<Actor> Shopper(HttpContext http, Tenants tenants)
    {
        var visitor = await MemberCalls.AnyActor(http, tenants);
        return http.User.Identity?.IsAuthenticated != true && http.Request.Headers["X-Company"].ToString() is { Length: > 0 } slug
            ? visitor with
            {
                TenantId = await tenants.Named(slug) ?? throw Refusal.NotFound(),
            }
            : visitor;
    }
}
