using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// Why a message was not sent at once: its channel or topic is switched off, it is night for its reader, it goes with the daily mail, the
/// record has no valid address or number, the address is not confirmed yet, or too many of its kind went there.
/// </summary>
public enum Hold
{
    ChannelOff,
    TopicOff,
    Quiet,
    Digest,
    Unreachable,
    Unconfirmed,
    Ceiling,
}
