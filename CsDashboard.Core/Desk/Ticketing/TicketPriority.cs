using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

public enum TicketPriority
{
    Low,
    Medium,
    High,
    Urgent,
}
