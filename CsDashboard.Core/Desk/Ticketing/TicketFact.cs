using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>What changed about a ticket.</summary>
public enum TicketFact
{
    Status,
    Assignee,
    Priority,
    Category,
    Type,
    Subject,
    Tag,
}
