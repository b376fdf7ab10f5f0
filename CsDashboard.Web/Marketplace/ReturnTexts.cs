using System.Globalization;
using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of goods that come back (ReturnTexts.resx, ReturnTexts.ar.resx).</summary>
public sealed class ReturnTexts
{
    private static readonly ResourceManager Source = new(typeof(ReturnTexts));

    private ReturnTexts() { }

    /// <summary>For static code; components take the localizer.</summary>
    public static string Get(string key) => Source.Text(key);

    internal static string In(CultureInfo culture, string key) => Source.Text(culture, key);
}
