using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

/// <summary>A room in which something is unfinished for a customer, for which the customer is not to be deleted: open orders, open complaints.</summary>
public interface IHoldCustomer
{
    /// <summary>What is unfinished, for the person who wants to delete; null for nothing.</summary>
    Task<string?> Why(AppDb db, Guid customerId);

    /// <summary>The same of what lies with another service, asked before the write: nothing waits for a network inside one. Refuses with Unavailable when it can't be known.</summary>
    Task<string?> WhyOutside(Actor actor, Guid customerId) => Task.FromResult<string?>(null);
}
