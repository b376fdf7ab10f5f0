using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>How many reviews of a customer everybody reads.</summary>
internal sealed class ReviewsTally : ITallyOfCustomer
{
    public Tally Of => Tally.Reviews;

    public Task<long> Count(AppDb db, Guid customerId) =>
        db.Reviews.LongCountAsync(r => r.CustomerId == customerId && r.State == PostState.Published);
}
