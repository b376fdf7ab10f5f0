using CsDashboard.Foundation.Events;
using CsDashboard.Notifications.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Notifications;

public static class NotificationRights
{
    /// <summary>A customer's preferences and what was sent to them: to see and, when they ask for it, to change.</summary>
    public static readonly Right SeeOthers = new("notifications.others", Role.Agent, Role.Admin, Role.Service);

    /// <summary>What left the house, to whomever.</summary>
    public static readonly Right SeeAll = new("notifications.all", Role.Admin);
    public static readonly Right Tell = new("notifications.tell", Role.Agent, Role.Admin, Role.Service);
}
