using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Security;

/// <summary>The texts of one's own security and of the page for alerts (SecurityTexts.resx, SecurityTexts.ar.resx).</summary>
public sealed class SecurityTexts
{
    private static readonly ResourceManager Source = new(typeof(SecurityTexts));

    private SecurityTexts() { }

    /// <summary>For code outside components.</summary>
    public static string Of(string key) => Source.Text(key);
}
