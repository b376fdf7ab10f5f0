using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Signals;

public static class SignalRights
{
    /// <summary>Customers see what their tier allows, staff all.</summary>
    public static readonly Right See = new("signals.see", Role.Customer, Role.Agent, Role.Admin, Role.Service);

    /// <summary>Drafts, publications, the life of signals, tokens of alerts, who sees what.</summary>
    public static readonly Right Publish = new("signals.publish", Role.Admin);
}
