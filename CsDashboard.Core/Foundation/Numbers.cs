using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// The one way to read numbers written by people, files and other programs: completely, exactly, or not at all. Digits are
/// Western, Arabic or Persian; the sign of decimals is a point or ٫, that of thousands a comma, ٬, an apostrophe or a hard
/// space, and only where groups of three stand. 1,0850 shows that its comma is decimal; 1,085 is two numbers until something
/// shows what its comma means. Nothing is rounded: what doesn't fit a decimal isn't a number.
/// </summary>
public static class Numbers
{
    private const int Longest = 60;
    private const int Digits = 28;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A number as programs write it: digits, a point, a sign, an exponent, and no group at all.</summary>
    public static bool TryPlain(ReadOnlySpan<char> text, out decimal number) =>
        IsShort(text)
            ? decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number
            )
            : Read(text, Comma.Unknown, out number, out _) == Reading.Whole && text.IndexOfAnyExcept("0123456789.eE+-") < 0;

    /// <summary>What the product itself wrote down with <see cref="HashChain.Text"/>.</summary>
    public static decimal Stored(string text) => decimal.Parse(text, Plain, CultureInfo.InvariantCulture);

    /// <summary>
    /// What somebody typed; null for nothing. Invalid if it isn't a number, or can be read in two ways, which the message shows.
    /// </summary>
    public static decimal? Typed(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Read(text.AsSpan().Trim(), Comma.Unknown, out var number, out _) switch
        {
            Reading.Whole => number,
            Reading.None => throw Refusal.Invalid(field, Words.Of("Number_Bad")),
            Reading.TwoWays => throw Refusal.Invalid(field, TwoWays(text.Trim())),
        };
    }

    /// <summary>The message for a number with two readings: both of them.</summary>
    public static string TwoWays(string text) =>
        Words.Of("Number_TwoWays", text, HashChain.Text(As(text, Comma.Thousands)), HashChain.Text(As(text, Comma.Decimal)));

    /// <summary>The number, given what its comma means. Only for numbers with two readings.</summary>
    public static decimal As(ReadOnlySpan<char> text, Comma comma) =>
        Read(text, comma, out var number, out _) == Reading.Whole ? number : throw new FormatException();

    /// <summary>Reads a number, and also tells what its own comma shows, if anything.</summary>
    public static Reading Read(ReadOnlySpan<char> text, Comma comma, out decimal number, out Comma shows)
    {
        shows = Comma.Unknown;
        // Nine of ten numbers are plain, and a file may have a hundred thousand rows.
        if (
            IsShort(text)
            && decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number
            )
        )
            return IsOtherWay(text, comma) ? Reading.None : Reading.Whole;
        number = 0;
        if (text.Length is 0 or > Longest)
            return Reading.None;
        Span<char> plain = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
            plain[i] = Western(text[i]);
        var exponent = plain.IndexOfAny('e', 'E');
        var (body, rest) = exponent < 0 ? (plain.Length, 0) : (exponent, plain.Length - exponent);
        var reading = Signs(plain[..body], comma, out var point, out shows);
        if (reading != Reading.Whole)
            return reading;
        // The body without its groups and with a point for its decimals, and then the exponent as it stands.
        var length = 0;
        for (var i = 0; i < body; i++)
            if (i == point)
                plain[length++] = '.';
            else if (plain[i] is '+' or '-' || char.IsAsciiDigit(plain[i]))
                plain[length++] = plain[i];
        if (!IsHeld(plain[..length], plain.Slice(body, rest)))
            return Reading.None;
        plain.Slice(body, rest).CopyTo(plain[length..]);
        return decimal.TryParse(plain[..(length + rest)], Plain, CultureInfo.InvariantCulture, out number) ? Reading.Whole : Reading.None;
    }

    private static bool IsShort(ReadOnlySpan<char> text) => text.Length is > 0 and <= Digits && text.IndexOfAnyExcept("0123456789.-") < 0;

    // Where commas are decimal, 1.100 may be eleven hundred.
    private static bool IsOtherWay(ReadOnlySpan<char> text, Comma comma) =>
        comma == Comma.Decimal && text.TrimStart("+-") is var whole && IsGrouped(whole, '.', whole.Length);

    private static char Western(char letter) =>
        letter switch
        {
            >= '\u0660' and <= '\u0669' => (char)(letter - '\u0660' + '0'),
            >= '\u06F0' and <= '\u06F9' => (char)(letter - '\u06F0' + '0'),
            '\u2212' => '-',
            // Signs of thousands that are nothing else: hard spaces, an apostrophe, the Arabic one.
            '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019' or '\u066C' => '\u066C',
            _ => letter,
        };

    // Where the decimals begin (-1 for nowhere), if the separators are where they may be.
    private static Reading Signs(ReadOnlySpan<char> text, Comma comma, out int point, out Comma shows)
    {
        (point, shows) = (-1, Comma.Unknown);
        var whole = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        var skipped = text.Length - whole.Length;
        if (whole.IsEmpty || !whole.ContainsAnyInRange('0', '9') || whole.IndexOfAnyExcept("0123456789.,\u066B\u066C") >= 0)
            return Reading.None;
        var (commas, points, arabic) = (whole.Count(','), whole.Count('.'), whole.Count('\u066B'));
        if (arabic > 0)
        {
            // ٫ is decimal, whatever else stands there groups.
            point = whole.IndexOf('\u066B');
            if (arabic > 1 || points > 0 || commas > 0 && !IsGrouped(whole, ',', point) || whole[(point + 1)..].ContainsAny(',', '\u066C'))
                return Reading.None;
        }
        else if (commas > 0 && points > 0)
        {
            var isDecimal = whole.LastIndexOf(',') > whole.LastIndexOf('.');
            shows = isDecimal ? Comma.Decimal : Comma.Thousands;
            point = isDecimal ? whole.IndexOf(',') : whole.IndexOf('.');
            if ((isDecimal ? commas : points) > 1 || !IsGrouped(whole, isDecimal ? '.' : ',', point))
                return Reading.None;
        }
        else if (commas > 0)
        {
            var isGrouped = IsGrouped(whole, ',', whole.Length);
            if (commas == 1 && isGrouped && whole[0] != '0')
            {
                if (comma == Comma.Unknown)
                    return Reading.TwoWays;
                if (comma == Comma.Decimal)
                    point = whole.IndexOf(',');
            }
            else if (commas == 1)
            {
                (shows, point) = (Comma.Decimal, whole.IndexOf(','));
                if (whole.Length == point + 1)
                    return Reading.None;
            }
            else
            {
                shows = Comma.Thousands;
                if (!isGrouped)
                    return Reading.None;
            }
        }
        else if (points > 1)
        {
            // 1.234.567 has groups of points, and then its decimals would follow a comma.
            shows = Comma.Decimal;
            if (!IsGrouped(whole, '.', whole.Length))
                return Reading.None;
        }
        else
        {
            point = whole.IndexOf('.');
            if (IsOtherWay(whole, comma))
                return Reading.None;
        }
        if (shows != Comma.Unknown && comma != Comma.Unknown && shows != comma)
            return Reading.None;
        var (end, spaces) = (point < 0 ? whole.Length : point, whole.Count('\u066C'));
        if (
            spaces > 0
            && (commas > 0 && point != whole.IndexOf(',') || whole[end..].Contains('\u066C') || !IsGrouped(whole, '\u066C', end))
        )
            return Reading.None;
        if (point >= 0)
            point += skipped;
        return Reading.Whole;
    }

    // One to three digits, and then groups of three, up to where the decimals begin.
    private static bool IsGrouped(ReadOnlySpan<char> text, char sign, int end)
    {
        var (groups, first) = (0, true);
        foreach (var range in text[..end].Split(sign))
        {
            var group = text[..end][range];
            if (group.Length is 0 or > 3 || !first && group.Length != 3 || group.IndexOfAnyExceptInRange('0', '9') >= 0)
                return false;
            (first, groups) = (false, groups + 1);
        }
        return groups > 1;
    }

    // No more digits and places than a decimal holds: more would be rounded silently.
    private static bool IsHeld(ReadOnlySpan<char> body, ReadOnlySpan<char> exponent)
    {
        var power = 0;
        if (
            exponent.Length > 0
            && (exponent.Length > 5 || !int.TryParse(exponent[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
        )
            return false;
        var places = body.IndexOf('.') is var at and >= 0 ? body.Length - at - 1 : 0;
        var digits = 0;
        foreach (var letter in body.TrimStart("+-0."))
            if (letter != '.')
                digits++;
        return digits <= Digits && places - power <= Digits && digits + power - places <= Digits;
    }
}
