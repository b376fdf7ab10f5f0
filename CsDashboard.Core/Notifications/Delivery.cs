using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// contract: market, Notifications. In-app notifications are Sent at once, and only they can become Read. Held ones were held back because
/// their readers want it so.
/// </summary>
public enum Delivery
{
    Pending,
    Sent,
    Failed,
    Read,
    Held,
}
