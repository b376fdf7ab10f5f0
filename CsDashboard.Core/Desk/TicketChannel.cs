using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum TicketChannel { Ui, Api, Email, Phone, Chat, Whatsapp, Telegram }
