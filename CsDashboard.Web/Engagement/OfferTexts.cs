namespace CsDashboard.Web.Engagement;

/// <summary>The texts of offers (OfferTexts.resx, OfferTexts.ar.resx).</summary>
public sealed class OfferTexts
{
    private OfferTexts() { }
}
