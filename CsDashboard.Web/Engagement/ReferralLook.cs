using CsDashboard.Engagement;
using CsDashboard.Engagement.Referrals;

namespace CsDashboard.Web.Engagement;

internal static class ReferralLook
{
    /// <summary>To the customer one that waits for an agent looks like one that waits for an order.</summary>
    public static string Tone(ReferralStatus status, bool own = false) => status switch
    {
        ReferralStatus.Completed => "success", ReferralStatus.Declined => "neutral", ReferralStatus.Held when !own => "warning", ReferralStatus.Pending or ReferralStatus.Held => "info",
    };
}
