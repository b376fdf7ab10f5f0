using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// Names, subjects and numbers inside our sentences: text of the other direction is isolated, or it would reorder the words around it.
/// </summary>
public static class Bidi
{
    /// <summary>First strong isolate and its end: invisible, and understood by everything that shows Arabic.</summary>
    public const char Begin = '\u2068',
        End = '\u2069';

    /// <summary>The values of a sentence in the language, each isolated if it holds letters of the other direction.</summary>
    public static object?[] Isolated(string language, IEnumerable<object?> values) =>
        [.. values.Select(value => Isolated(language, value))];

    private static object? Isolated(string language, object? value)
    {
        var said = value is SaidName name ? name.ToString(null, CultureInfo.GetCultureInfo(language)) : value;
        return said is string text && Turns(language, text) ? Begin + text + End : said;
    }

    /// <summary>Without the marks, for where they might be shown.</summary>
    public static string Plain(string text) =>
        text.Replace(Begin.ToString(), "", StringComparison.Ordinal).Replace(End.ToString(), "", StringComparison.Ordinal);

    private static bool Turns(string language, string text) =>
        text.Any(letter => char.IsLetter(letter) && IsFromRight(letter) != (language == "ar"));

    private static bool IsFromRight(char letter) =>
        letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
