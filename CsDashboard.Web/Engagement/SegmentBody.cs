using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed class SegmentBody
{
    public string? Segment { get; set; }
}
