using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

public sealed partial class Points
{
    /// <summary>A member's tier alone; bronze for one without an account. For the member, and staff.</summary>
    public async Task<LoyaltyTier> TierOf(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, LoyaltyRights.See);
        await using var db = store.Open(actor);
        return await db.LoyaltyAccounts.Where(a => a.CustomerId == customerId).Select(a => a.Tier).SingleOrDefaultAsync();
    }
}
