namespace CsDashboard.Web.Desk;

/// <summary>The texts of the customer's pages and of the ticket parts that both sides use (PortalTexts.resx, PortalTexts.ar.resx).</summary>
public sealed class PortalTexts
{
    private PortalTexts() { }
}
