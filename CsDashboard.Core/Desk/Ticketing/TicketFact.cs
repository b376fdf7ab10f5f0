using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What of a ticket changed.</summary>
public enum TicketFact { Status, Assignee, Priority, Category, Type, Subject, Tag }
