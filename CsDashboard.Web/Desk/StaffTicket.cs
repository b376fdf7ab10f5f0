using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>A ticket that staff or a program enters for a customer, who is named by any of their names (contract C5).</summary>
public sealed class StaffTicket
{
    [Text(64)]
    public string? CustomerId { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Category { get; set; }
    public string? Priority { get; set; }
    public string? Type { get; set; }
    public string? AssigneeId { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }
    public string? Key { get; set; }

    internal NewTicket Ticket =>
        new()
        {
            Title = Title,
            Description = Description,
            Category = Category,
            Priority = Priority,
            Type = Type,
            AttachmentIds = AttachmentIds,
            Key = Key,
        };
}
