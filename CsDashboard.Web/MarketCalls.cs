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
}
