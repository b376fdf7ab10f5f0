using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

/// <summary>A note is for staff alone and never leaves by any channel.</summary>
public enum MessageKind
{
    Reply,
    Note,
}
