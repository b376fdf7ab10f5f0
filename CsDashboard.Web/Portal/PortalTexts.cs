using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Portal;

/// <summary>
/// The texts of the customer's pages and of the ticket parts that both sides use (PortalTexts.resx, PortalTexts.ar.resx).
/// </summary>
public sealed class PortalTexts
{
    private static readonly ResourceManager Source = new(typeof(PortalTexts));

    private PortalTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);
}
