using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

public enum TicketChannel
{
    Ui,
    Api,
    Email,
    Phone,
    Chat,
    Whatsapp,
    Telegram,
}
