using System.Globalization;
using System.Resources;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Kit;

/// <summary>How static code takes a text out of a resx file; components take the localizer (<see cref="Localizers"/>).</summary>
internal static class TextSource
{
    /// <summary>
    /// In the language of the current person, with the values in their places; the key itself where there is no such text.
    /// </summary>
    public static string Text(this ResourceManager source, string key, params object?[] values) =>
        Filled(source.GetString(key, CultureInfo.CurrentUICulture) ?? key, values);

    /// <summary>In a given language, for what is kept in both.</summary>
    public static string Text(this ResourceManager source, CultureInfo culture, string key) => source.GetString(key, culture) ?? key;

    /// <summary>What is counted takes the form of its number, and a whole number the digits of the current person.</summary>
    public static string Filled(string text, params object?[] values) =>
        Words.Filled(CultureInfo.CurrentUICulture, text, [.. values.Select(Shown)]);

    private static object? Shown(object? value) =>
        value switch
        {
            int count => Show.Number(count),
            long count => Show.Number(count),
            _ => value,
        };
}
