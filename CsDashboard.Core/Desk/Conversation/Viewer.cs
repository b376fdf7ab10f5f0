using System.Collections.Concurrent;
using CsDashboard.Foundation.Live;

namespace CsDashboard.Desk.Conversation;

/// <summary>Somebody who has a ticket open. Typing is for a few seconds after the last key.</summary>
public sealed record Viewer(Guid UserId, string Name, bool IsCustomer, bool IsTyping);
