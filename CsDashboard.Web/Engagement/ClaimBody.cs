using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed class ClaimBody
{
    public string? RewardId { get; set; }
}
