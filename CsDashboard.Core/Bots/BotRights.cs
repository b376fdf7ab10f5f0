using CsDashboard.Analytics;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Bots;

public static class BotRights
{
    public static readonly Right See = new("bots.see", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Switch = new("bots.switch", Role.Admin);
}
