using System.Globalization;
using System.Resources;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>The texts of carts, the checkout and orders (OrderTexts.resx, OrderTexts.ar.resx).</summary>
public sealed class OrderTexts
{
    private static readonly ResourceManager Source = new(typeof(OrderTexts));

    private OrderTexts() { }

    /// <summary>For static code and programs; components take the localizer.</summary>
    internal static string Get(string key, params object?[] values) => Words.Filled(CultureInfo.CurrentUICulture, Source.Text(key), values);

    internal static string In(CultureInfo culture, string key) => Source.Text(culture, key);
}
