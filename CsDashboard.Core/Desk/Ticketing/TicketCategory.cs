using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

public enum TicketCategory
{
    Support,
    Bug,
    Feature,
}
