using System.Text.Json;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>How a company chats. Hours null: its business hours (<see cref="SlaPolicies"/>).</summary>
/// <param name="Capacity">Chats that one agent may have at a time, 1 to 50.</param>
/// <param name="AwayMinutes">Minutes without an open page after which an agent counts as gone and their chats wait again; 1 to 60.</param>
public sealed record ChatSettings(bool IsOn, BusinessHours? Hours, int Capacity, int AwayMinutes)
{
    public static readonly ChatSettings Usual = new(true, null, 4, 3);
}
