using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>What a person chose for a channel: whether it is on at all, and the topics that go by it.</summary>
public sealed record ChannelChoice(Channel Channel, bool IsOn, NoticeTopic Topics);
