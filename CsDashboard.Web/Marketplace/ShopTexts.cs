using System.Globalization;
using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of the shop and of those who keep it (ShopTexts.resx, ShopTexts.ar.resx).</summary>
public sealed class ShopTexts
{
    private static readonly ResourceManager Source = new(typeof(ShopTexts));

    private ShopTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key, params object?[] values) => Source.Text(key, values);

    internal static string In(CultureInfo culture, string key) => Source.Text(culture, key);
}
