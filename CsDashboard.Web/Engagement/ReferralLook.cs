using CsDashboard.Engagement;
using CsDashboard.Engagement.Referrals;

namespace CsDashboard.Web.Engagement;

internal static class ReferralLook
{
    /// <summary>Customers see no difference between waiting for an agent and waiting for an order.</summary>
    public static string Tone(ReferralStatus status, bool own = false) =>
        status switch
        {
            ReferralStatus.Completed => "success",
            ReferralStatus.Declined => "neutral",
            ReferralStatus.Held when !own => "warning",
            ReferralStatus.Pending or ReferralStatus.Held => "info",
        };
}
