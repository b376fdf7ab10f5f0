using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Live;

/// <summary>Something to listen to. A topic only says "look again"; the read that follows decides who may see what.</summary>
public readonly record struct Topic(Guid TenantId, string Name)
{
    /// <summary>Anything that happened in a room of the company, e.g. Desk.</summary>
    public static Topic Room(Guid tenantId, string room) => new(tenantId, "room/" + room);

    /// <summary>Anything that happened to one thing, or who is looking at it.</summary>
    public static Topic Of(Guid tenantId, Guid subjectId) => new(tenantId, "thing/" + subjectId);

    /// <summary>Anything about one customer that the customer may know.</summary>
    public static Topic Customer(Guid tenantId, Guid customerId) => new(tenantId, "customer/" + customerId);

    /// <summary>Anything that concerns one user: a notification, a role, a session that ended.</summary>
    public static Topic User(Guid tenantId, Guid userId) => new(tenantId, "user/" + userId);

    /// <summary>Anything that concerns a group of customers: those who see signals, those of one tier.</summary>
    public static Topic Group(Guid tenantId, string group) => new(tenantId, "group/" + group);

    /// <summary>The contract events of the whole company, for staff.</summary>
    public static Topic Company(Guid tenantId) => new(tenantId, "company");
}
