using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>How a chat came to its end.</summary>
public enum ChatEnd
{
    Customer,
    Staff,
    Ticket,
}
