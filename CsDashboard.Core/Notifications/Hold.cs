using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// Why a message did not leave at once: its channel or topic is switched off, its reader sleeps, it goes with the daily mail, what stands in
/// the record is no address or number that could be reached, nobody has shown yet that they read mail at the address, or enough of its kind
/// went there.
/// </summary>
public enum Hold { ChannelOff, TopicOff, Quiet, Digest, Unreachable, Unconfirmed, Ceiling }
