using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>Several words of ours as one value in a sentence (<see cref="SaidWord"/>).</summary>
public sealed class SaidWords(IEnumerable<SaidWord> words) : IFormattable
{
    /// <summary>Words that stand in one text between spaces, by the keys that begin so.</summary>
    public static SaidWords Of(string prefix, string words) =>
        new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SaidWord(prefix + word)));

    public override string ToString() => ToString(null, CultureInfo.CurrentUICulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.Join(
            (formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "ar" ? "، " : ", ",
            words.Select(word => word.ToString(format, formatProvider))
        );
}
