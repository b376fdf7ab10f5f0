using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace CsDashboard.Foundation;

/// <summary>
/// What the product says of itself outside pages: refusals, notices, sentences of the history, in English and Arabic.
/// The texts lie with the room that says them (Desk/DeskWords.resx, DeskWords.ar.resx), what several say with the lowest of them; a key is
/// there once in the house. What stands with a count is written in all its forms, # being the number: {0:# row|# rows} in English,
/// {0:one|two|few|many|other} in Arabic.
/// </summary>
public static class Words
{
    public static readonly string[] Languages = ["en", "ar"];

    private static readonly FrozenDictionary<string, ResourceManager> Texts = OfAllRooms();

    /// <summary>Whether the current person reads Arabic.</summary>
    public static bool IsArabic => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ar";

    /// <summary>The language of the current person: en or ar.</summary>
    public static string Language => IsArabic ? "ar" : "en";

    /// <summary>In the language of the current person; a key that is missing is an error a test finds.</summary>
    public static string Of(string key, params object?[] values) => In(CultureInfo.CurrentUICulture, key, values);

    /// <summary>In a given language, for a reader who is not the one acting.</summary>
    public static string In(string language, string key, params object?[] values) => In(CultureInfo.GetCultureInfo(language), key, values);

    /// <summary>
    /// How long to wait, in the reader's language: 40 seconds, 12 minutes, 3 hours. Rounded up, so that waiting that long is enough.
    /// </summary>
    public static string Wait(TimeSpan time) =>
        time.TotalSeconds <= 90 ? Of("Wait_Seconds", (long)Math.Max(1, Math.Ceiling(time.TotalSeconds)))
        : time.TotalMinutes <= 90 ? Of("Wait_Minutes", (long)Math.Ceiling(time.TotalMinutes))
        : Of("Wait_Hours", (long)Math.Ceiling(time.TotalHours));

    private static FrozenDictionary<string, ResourceManager> OfAllRooms()
    {
        const string end = "Words.resources";
        var house = typeof(Words).Assembly;
        var rooms = house
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(end, StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^".resources".Length], house));
        return rooms
            .SelectMany(room =>
                room.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
                    .Cast<DictionaryEntry>()
                    .Select(text => ((string)text.Key, room))
            )
            .ToFrozenDictionary(text => text.Item1, text => text.room, StringComparer.Ordinal);
    }

    private static string In(CultureInfo culture, string key, object?[] values)
    {
        var text = Texts.GetValueOrDefault(key)?.GetString(key, culture) ?? key;
        return Filled(culture, text, values);
    }

    /// <summary>
    /// A text of any resource with the values in their places, and what is counted in the form of its number. A count may come as
    /// digits, which get separators of thousands, or as somebody already wrote it: 1,250 or ١٬٢٥٠.
    /// </summary>
    public static string Filled(CultureInfo culture, string text, params object?[] values) =>
        values.Length == 0 ? text : string.Format(new Counting(culture), text, values);

    /// <summary>
    /// Which form of a noun stands after a number: 0 for one, 1 for two, 2 for a few, 3 for many, 4 for others. English has the first and
    /// the last.
    /// </summary>
    public static int FormAfter(long count, bool inArabic) =>
        (count, inArabic, Math.Abs(count % 100)) switch
        {
            (1, _, _) => 0,
            (_, false, _) => 4,
            (2, _, _) => 1,
            (_, _, >= 3 and <= 10) => 2,
            (_, _, >= 11) => 3,
            _ => 4,
        };

    private sealed class Counting(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        // Marks of direction that may stand before a sign.
        private const string Marks = "\u061C\u200E\u200F";

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            if (format?.Split('|') is not { Length: 2 or 5 } forms)
                return arg is IFormattable value ? value.ToString(format, culture) : arg?.ToString() ?? "";
            var number = Format(null, arg, null);
            // What is no whole number, such as 1.5 or 1,000+, takes the last form.
            if (
                Numbers.Read(number.AsSpan().TrimStart(Marks), Comma.Thousands, out var read, out _) != Reading.Whole
                || !decimal.IsInteger(read)
                || Math.Abs(read) > long.MaxValue
            )
                return forms[^1].Replace("#", number, StringComparison.Ordinal);
            if (number.All(char.IsAsciiDigit))
                number = read.ToString("N0", CultureInfo.InvariantCulture);
            var form = FormAfter((long)read, forms.Length > 2 && culture.TwoLetterISOLanguageName == "ar");
            return forms[Math.Min(form, forms.Length - 1)].Replace("#", number, StringComparison.Ordinal);
        }
    }
}
