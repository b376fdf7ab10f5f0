using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>The points a customer can spend, for whoever shows figures of customers.</summary>
internal sealed class PointsTally : ITallyOfCustomer
{
    public Tally Of => Tally.Points;

    public Task<long> Count(AppDb db, Guid customerId) =>
        db.LoyaltyAccounts.Where(a => a.CustomerId == customerId).Select(a => a.Balance).FirstOrDefaultAsync();
}
