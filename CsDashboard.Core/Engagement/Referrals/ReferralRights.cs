using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Referrals;

public static class ReferralRights
{
    public static readonly Right See = new("referrals.see", Role.Agent, Role.Admin, Role.Service);
    public static readonly Right Track = new("referrals.track", Role.Agent, Role.Admin, Role.Service);

    /// <summary>Cases that wait: a person decides.</summary>
    public static readonly Right Decide = new("referrals.decide", Role.Agent, Role.Admin);
}
