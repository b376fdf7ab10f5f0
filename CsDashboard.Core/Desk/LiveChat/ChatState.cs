using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>Waiting for an agent, with one, or over: closed, or gone on as a ticket.</summary>
public enum ChatState
{
    Waiting,
    Active,
    Closed,
}
