using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

public sealed class ChatSaid
{
    [Text(100)]
    public string? CustomerId { get; set; }

    [Text(CsDashboard.Desk.Conversation.Message.MaxLength)]
    public string? Message { get; set; }
    public IReadOnlyList<string>? AttachmentIds { get; set; }

    /// <summary>Random key of the message; sent twice, it is said once.</summary>
    public string? Key { get; set; }

    internal NewMessage Said =>
        new()
        {
            Body = Message,
            AttachmentIds = AttachmentIds,
            Key = Key,
        };
}
