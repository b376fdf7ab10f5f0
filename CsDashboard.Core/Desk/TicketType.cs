using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk;

public enum TicketType { Issue, Request, Question, Complaint }
