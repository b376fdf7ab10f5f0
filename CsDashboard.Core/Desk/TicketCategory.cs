using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum TicketCategory { Support, Bug, Feature }
