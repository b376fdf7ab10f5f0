using System.Resources;
using CsDashboard.Engagement;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Engagement;

/// <summary>The texts of points and rewards (LoyaltyTexts.resx, LoyaltyTexts.ar.resx).</summary>
public sealed class LoyaltyTexts
{
    private static readonly ResourceManager Source = new(typeof(LoyaltyTexts));

    private LoyaltyTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key) => Source.Text(key);
}
