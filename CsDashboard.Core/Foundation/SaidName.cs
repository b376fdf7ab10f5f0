using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// A name that somebody gave themselves, as others see it in messages. A name with a link or a line break is left out, or our mails would
/// carry a stranger's words to anyone they chose.
/// </summary>
public readonly record struct SaidName(string? Name) : IFormattable
{
    public static bool CanBeSaid(string? name) =>
        name is null
        || !(
            name.Contains("://", StringComparison.Ordinal)
            || name.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || name.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029") >= 0
        );

    public override string ToString() => ToString(null, CultureInfo.CurrentUICulture);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        CanBeSaid(Name)
            ? Name ?? ""
            : Words.In((formatProvider as CultureInfo ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName, "Name_LeftOut");
}
