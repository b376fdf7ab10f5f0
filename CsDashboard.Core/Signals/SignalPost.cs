using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Signals;

/// <summary>Notices of one signal that are still to be put into inboxes, and how far that has come.</summary>
public sealed class SignalPost : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid SignalId { get; init; }

    /// <summary>The tier it is for; null for all that see signals at once.</summary>
    public string? Tier { get; init; }

    /// <summary>The last user who was notified.</summary>
    public Guid? After { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
