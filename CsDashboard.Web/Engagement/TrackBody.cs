using CsDashboard.Engagement;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>Who was referred, under the name of code or documents. The referrer stands in the path; one in the body is not read.</summary>
public sealed class TrackBody
{
    public string? ReferredId { get; set; }
    public string? ReferredCustomerId { get; set; }
}
