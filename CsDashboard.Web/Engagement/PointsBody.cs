using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>Points under either name (contract C15).</summary>
public sealed class PointsBody
{
    public decimal? Points { get; set; }
    public decimal? Amount { get; set; }
    public string? Reason { get; set; }

    internal PointsInput Input => new() { Points = Points ?? Amount, Reason = Reason };
}
