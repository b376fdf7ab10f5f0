using System.Resources;

namespace CsDashboard.Web.Kit;

/// <summary>The texts of the kit (KitTexts.resx, KitTexts.ar.resx): <c>IStringLocalizer&lt;KitTexts&gt;</c> in components.</summary>
public sealed class KitTexts
{
    private static readonly ResourceManager Source = new(typeof(KitTexts));

    private KitTexts() { }

    /// <summary>For static code such as <see cref="Show"/>; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);
}
