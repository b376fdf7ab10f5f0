using System.Globalization;
using System.Resources;

namespace CsDashboard.Web.Kit;

/// <summary>How static code takes a text out of a resx file; components take the localizer.</summary>
internal static class TextSource
{
    /// <summary>
    /// In the language of the current person, with the values in their places; the key itself where there is no such text.
    /// </summary>
    public static string Text(this ResourceManager source, string key, params object?[] values) =>
        source.Text(CultureInfo.CurrentUICulture, key, values);

    /// <inheritdoc cref="Text(ResourceManager, string, object?[])"/>
    public static string Text(this ResourceManager source, CultureInfo culture, string key, params object?[] values)
    {
        var text = source.GetString(key, culture) ?? key;
        return values.Length == 0 ? text : string.Format(culture, text, values);
    }
}
