using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

public sealed class SupportComment
{
    [Text(Message.MaxLength)]
    public string? Comment { get; set; }
}
