using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

public enum TicketType
{
    Issue,
    Request,
    Question,
    Complaint,
}
