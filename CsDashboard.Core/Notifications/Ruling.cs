using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>What happens to a message: sent at once (no reason), not at all (a reason and no time), or later.</summary>
public readonly record struct Ruling(Hold? Reason, DateTimeOffset? Until)
{
    public static readonly Ruling AtOnce;
    public bool IsHeldBack => Reason is Hold.ChannelOff or Hold.TopicOff or Hold.Unreachable or Hold.Unconfirmed or Hold.Ceiling;
}
