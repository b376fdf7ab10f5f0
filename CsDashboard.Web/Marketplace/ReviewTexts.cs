using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of what customers say, ask, put aside and wait for (ReviewTexts.resx, ReviewTexts.ar.resx).</summary>
public sealed class ReviewTexts
{
    private static readonly ResourceManager Source = new(typeof(ReviewTexts));

    private ReviewTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key) => Source.Text(key);
}
