using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Referrals;

/// <summary>How many a customer brought, whatever came of it, for whoever shows figures of customers.</summary>
internal sealed class ReferralsTally : ITallyOfCustomer
{
    public Tally Of => Tally.Referrals;

    public Task<long> Count(AppDb db, Guid customerId) => db.Referrals.LongCountAsync(r => r.ReferrerId == customerId);
}
