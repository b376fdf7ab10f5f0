using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>rules.md 001, Notifications. In-app ones are Sent as soon as they are there; only they can become Read. Held was kept back because its reader wants it so.</summary>
public enum Delivery { Pending, Sent, Failed, Read, Held }
