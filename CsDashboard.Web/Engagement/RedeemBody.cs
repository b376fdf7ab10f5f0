using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed class RedeemBody
{
    public decimal? Points { get; set; }
    public decimal? Amount { get; set; }
    public string? RewardId { get; set; }
}
