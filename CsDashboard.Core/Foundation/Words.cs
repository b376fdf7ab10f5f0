using System.Globalization;
using System.Resources;

namespace CsDashboard.Foundation;

/// <summary>
/// What the product says of itself outside pages: refusals, notices, sentences of the history, in English and Arabic.
/// The texts lie in Foundation/Words.resx and Words.ar.resx.
/// </summary>
public static class Words
{
    public static readonly string[] Languages = ["en", "ar"];

    private static readonly ResourceManager Texts = new("CsDashboard.Foundation.Words", typeof(Words).Assembly);

    /// <summary>Whether the current person reads Arabic.</summary>
    public static bool IsArabic => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ar";

    /// <summary>In the language of the current person; a key that is missing is an error a test finds.</summary>
    public static string Of(string key, params object?[] values) => In(CultureInfo.CurrentUICulture, key, values);

    /// <summary>In a given language, for a reader who is not the one acting.</summary>
    public static string In(string language, string key, params object?[] values) => In(CultureInfo.GetCultureInfo(language), key, values);

    private static string In(CultureInfo culture, string key, object?[] values)
    {
        var text = Texts.GetString(key, culture) ?? key;
        return values.Length == 0 ? text : string.Format(culture, text, values);
    }
}
