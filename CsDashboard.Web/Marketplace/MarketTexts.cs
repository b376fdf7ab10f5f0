namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of what was bought (MarketTexts.resx, MarketTexts.ar.resx): NAME is a label, NAME.is its definition.</summary>
public sealed class MarketTexts
{
    private MarketTexts() { }
}
