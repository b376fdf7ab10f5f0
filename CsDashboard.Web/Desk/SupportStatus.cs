using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

public sealed class SupportStatus
{
    [Text(20)]
    public string? Status { get; set; }
}
