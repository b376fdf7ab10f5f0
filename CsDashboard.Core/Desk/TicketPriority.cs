using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum TicketPriority { Low, Medium, High, Urgent }
