using System.Globalization;
using System.Resources;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Kit;

/// <summary>The texts of the kit (KitTexts.resx, KitTexts.ar.resx): <c>IStringLocalizer&lt;KitTexts&gt;</c> in components.</summary>
public sealed class KitTexts
{
    private static readonly string[] Forms = ["one", "two", "few", "many", "other"];
    private static readonly ResourceManager Source = new(typeof(KitTexts));

    private KitTexts() { }

    /// <summary>For static code such as <see cref="Show"/>; components take the localizer.</summary>
    public static string Get(string key) => Source.Text(key);

    /// <summary>Picks <c>key.one</c>, <c>.two</c>, <c>.few</c>, <c>.many</c> or <c>.other</c> by the plural rule of the language.</summary>
    public static string Count(string key, long count)
    {
        var text =
            Source.GetString($"{key}.{Forms[Words.FormAfter(count, Show.IsArabic)]}", CultureInfo.CurrentUICulture) ?? Get($"{key}.other");
        return string.Format(CultureInfo.InvariantCulture, text, Show.Number(count));
    }
}
