using System.Globalization;

namespace CsDashboard.Web.Kit;

/// <summary>
/// The language of a person who chose the digits of their numbers. Everybody else has a culture of the framework, and the digits of the
/// language.
/// </summary>
public sealed class ReaderCulture : CultureInfo
{
    public const string Latin = "latn",
        Arabic = "arab";

    private ReaderCulture(CultureInfo language, bool hasArabicDigits)
        : base(language.Name)
    {
        DateTimeFormat = language.DateTimeFormat;
        HasArabicDigits = hasArabicDigits;
    }

    public bool HasArabicDigits { get; }

    /// <summary>In a language, with these digits; the language itself where none were chosen.</summary>
    public static CultureInfo Of(CultureInfo language, string? digits) =>
        digits is Latin or Arabic ? new ReaderCulture(language, digits == Arabic) : language;
}
