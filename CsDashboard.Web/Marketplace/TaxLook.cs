using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>A tax and where it holds, as people read them.</summary>
internal static class TaxLook
{
    /// <summary>As exact as it was set, and no longer: 7 %, 8.25 %.</summary>
    public static string Rate(decimal fraction)
    {
        var percent = fraction * 100;
        var decimals = 0;
        while (decimals < 4 && decimal.Round(percent, decimals) != percent)
            decimals++;
        return Show.Percent(fraction, decimals);
    }

    public static string Place(string? country, string? state) =>
        string.IsNullOrEmpty(country)
            ? ShopTexts.Get("Taxes.Everywhere")
            : string.Join(
                " · ",
                new[] { Countries.Of(country)?.NameIn(Words.Language) ?? country, state }.Where(part => !string.IsNullOrEmpty(part))
            );
}
