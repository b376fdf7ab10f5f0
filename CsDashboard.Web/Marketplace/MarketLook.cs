using System.Globalization;
using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Marketplace;

/// <summary>What is bought, as people read it.</summary>
internal static class MarketLook
{
    private static readonly ResourceManager Texts = new(typeof(MarketTexts));

    /// <summary>A shop's own word for a kind of goods: in the language of the page where we know it, else as the shop wrote it.</summary>
    public static string Category(string? category) =>
        string.IsNullOrWhiteSpace(category)
            ? Texts.Text("Other")
            : Texts.GetString("Category." + category.Trim().ToLowerInvariant(), CultureInfo.CurrentUICulture)
                ?? char.ToUpper(category[0], CultureInfo.CurrentCulture) + category[1..];
}
