using CsDashboard.Analytics;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Search;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Desk;

public static class DeskRights
{
    /// <summary>Reads and answers the company's tickets and calls; the service key may do what an agent may.</summary>
    public static readonly Right Answer = new("desk.answer", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Canned replies, SLA, business hours.</summary>
    public static readonly Right Configure = new("desk.configure", Role.Admin);
}
