using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>
/// What people write on one line, such as names, in its stored form: no invisible or direction-changing marks, a space for every line break
/// and tab, never two spaces together, letters composed (NFC). Joiners stay where Arabic, Persian, Indian scripts and emoji need them.
/// </summary>
public static class Lines
{
    /// <summary>
    /// Null for null. A text with NUL or half a surrogate pair comes back unchanged, for <see cref="TextAttribute"/> to refuse.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (text is null || IsClean(text) || !TextAttribute.CanBeStored(text))
            return text;
        var runes = text.EnumerateRunes().ToArray();
        var (clean, last, blank) = (new StringBuilder(text.Length), default(Rune), false);
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            if (Rune.IsWhiteSpace(rune))
                blank = clean.Length > 0;
            else if (Rune.IsControl(rune))
                continue;
            else if (!IsUnseen(rune) || (!blank && IsNeeded(last, rune, i + 1 < runes.Length ? runes[i + 1] : default)))
            {
                if (blank)
                    clean.Append(' ');
                clean.Append(rune.ToString());
                (last, blank) = (rune, false);
            }
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// Invisible characters, whether they take room or change direction: the format characters (but for those Arabic signs among them that
    /// are drawn), fillers, variation selectors, and code points that aren't characters.
    /// </summary>
    public static bool IsUnseen(Rune rune) =>
        rune.Value switch
        {
            >= 0x0600 and <= 0x0605 or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD => false,
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC or 0xFFFD => true,
            >= 0xFE00 and <= 0xFE0F or >= 0x180B and <= 0x180F or >= 0xE0100 and <= 0xE01EF or >= 0xFDD0 and <= 0xFDEF => true,
            _ => (rune.Value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
        };

    /// <summary>A digit of any script as the ASCII one; every other letter as it is.</summary>
    public static char AsciiDigit(char letter) =>
        CharUnicodeInfo.GetDecimalDigitValue(letter) is >= 0 and var digit ? (char)('0' + digit) : letter;

    /// <summary>
    /// The beginning of a text, up to a number of characters. Never cut through a surrogate pair, since PostgreSQL and mail both refuse
    /// half of one.
    /// </summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    // A joiner between letters that join, or between the parts of an emoji; a variation of an emoji or of a Han letter.
    private static bool IsNeeded(Rune before, Rune rune, Rune after) =>
        rune.Value switch
        {
            0x200C => Joins(before) && Joins(after),
            0x200D => (Joins(before) && Joins(after)) || (IsPicture(before) && IsPicture(after)),
            0xFE0F => IsPicture(before),
            >= 0xE0100 and <= 0xE01EF => before.Value is >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000,
            _ => false,
        };

    private static bool Joins(Rune rune) => rune.Value is >= 0x0600 and <= 0x109F or >= 0x1700 and <= 0x18AF && !Rune.IsWhiteSpace(rune);

    private static bool IsPicture(Rune rune) =>
        rune.Value is 0xFE0F or >= 0x1F3FB and <= 0x1F3FF || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol;

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] is < ' ' or > '~' || (text[i] == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')))
                return false;
        return true;
    }
}
