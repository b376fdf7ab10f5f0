using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

public enum MessageDirection
{
    Inbound,
    Outbound,
}
