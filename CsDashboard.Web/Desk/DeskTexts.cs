using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Desk;

/// <summary>The texts of the desk (DeskTexts.resx, DeskTexts.ar.resx).</summary>
public sealed class DeskTexts
{
    private static readonly ResourceManager Source = new(typeof(DeskTexts));

    private DeskTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);
}
