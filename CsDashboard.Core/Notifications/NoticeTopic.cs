using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>What a message is about; people switch each on or off for each channel. Security can't be switched off.</summary>
[Flags]
public enum NoticeTopic
{
    None = 0,
    Tickets = 1,
    Orders = 2,
    Loyalty = 4,
    Offers = 8,
    Signals = 16,
    News = 32,
    Security = 64,
}
