using CsDashboard.Web.Accounts;
using CsDashboard.Web.Audit;
using CsDashboard.Web.Bots;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Engagement;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Knowledge;
using CsDashboard.Web.Live;
using CsDashboard.Web.Marketplace;
using CsDashboard.Web.Notifications;
using CsDashboard.Web.Security;
using CsDashboard.Web.Server;
using CsDashboard.Web.Signals;
using CsDashboard.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web;

/// <summary>
/// The groups that every endpoint hangs on, all under /api, by who may call. What they share: sign-in, rate limit, a body
/// of at most 1 MB (a route that takes files says more), problem details for every refusal. A handler takes the
/// <see cref="Actor"/> as a parameter and calls one verb.
/// </summary>
public sealed record Api(
    RouteGroupBuilder Anyone,
    RouteGroupBuilder SignedIn,
    RouteGroupBuilder Customer,
    RouteGroupBuilder Staff,
    RouteGroupBuilder Admin,
    RouteGroupBuilder Service
)
{
    public const long MaxBody = 1_048_576;
}
