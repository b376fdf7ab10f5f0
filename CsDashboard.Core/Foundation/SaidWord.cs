using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// A word of ours as a value in a sentence, such as a status: a key of <see cref="Words"/>, said in the language of the sentence.
/// </summary>
public readonly record struct SaidWord(string Key) : IFormattable
{
    public override string ToString() => ToString(null, CultureInfo.CurrentUICulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Words.In((formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName, Key);
}
