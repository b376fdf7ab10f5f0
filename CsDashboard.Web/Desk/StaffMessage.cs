using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>Something that staff write to a customer or, with type internal_note, among themselves.</summary>
public sealed class StaffMessage
{
    [Text(64)]
    public string? TicketId { get; set; }

    [Text(CsDashboard.Desk.Conversation.Message.MaxLength)]
    public string? Content { get; set; }

    /// <summary>message or internal_note.</summary>
    [OneOf("message", "internal_note")]
    public string? Type { get; set; }
    public bool? Internal { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }
    public string? Key { get; set; }
    public string? Status { get; set; }

    internal bool IsNote => Internal == true || string.Equals(Type, "internal_note", StringComparison.OrdinalIgnoreCase);
    internal NewMessage Said =>
        new()
        {
            Body = Content,
            AttachmentIds = AttachmentIds,
            Key = Key,
            Status = Status,
        };
}
