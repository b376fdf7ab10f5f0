using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

/// <summary>
/// A room that may hold something unfinished for a customer, such as open orders or complaints, which keeps the customer from being
/// deleted.
/// </summary>
public interface IHoldCustomer
{
    /// <summary>What is unfinished, for the person who wants to delete; null for nothing.</summary>
    Task<string?> Why(AppDb db, Guid customerId);

    /// <summary>
    /// The same for what another service keeps, asked before the write, since nothing may wait for a network inside one. Refuses with
    /// Unavailable when it can't be known.
    /// </summary>
    Task<string?> WhyOutside(Actor actor, Guid customerId) => Task.FromResult<string?>(null);
}
