using CsDashboard.Engagement;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>
/// The referred person, under the names of the original's code and documents. The path names the referrer; one in the body is ignored.
/// </summary>
public sealed class TrackBody
{
    public string? ReferredId { get; set; }
    public string? ReferredCustomerId { get; set; }
}
