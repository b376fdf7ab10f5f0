namespace CsDashboard.Web.Engagement;

/// <summary>The texts of referrals (ReferralTexts.resx, ReferralTexts.ar.resx).</summary>
public sealed class ReferralTexts
{
    private ReferralTexts() { }
}
