using System.Resources;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Engagement;

/// <summary>The texts of offers (OfferTexts.resx, OfferTexts.ar.resx).</summary>
public sealed class OfferTexts
{
    private static readonly ResourceManager Source = new(typeof(OfferTexts));

    private OfferTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);
}
