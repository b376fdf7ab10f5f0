using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

internal static class HoldExtensions
{
    extension(IEnumerable<IHoldCustomer> holds)
    {
        /// <summary>The first thing that is unfinished; null for nothing.</summary>
        public async Task<string?> Why(AppDb db, Guid customerId)
        {
            foreach (var hold in holds)
                if (await hold.Why(db, customerId) is { } open)
                    return open;
            return null;
        }

        public async Task<string?> WhyOutside(Actor actor, Guid customerId)
        {
            foreach (var hold in holds)
                if (await hold.WhyOutside(actor, customerId) is { } open)
                    return open;
            return null;
        }
    }
}
