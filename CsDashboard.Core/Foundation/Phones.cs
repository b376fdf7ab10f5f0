using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CsDashboard.Foundation;

/// <summary>
/// What a phone number may be, and how it is stored, shown and compared. Numbers of any country are stored as E.164 (+966501234567, with an
/// extension as "ext. 4"); short codes, and local numbers of companies without a known country, are stored as typed.
/// </summary>
public static partial class Phones
{
    /// <summary>The length of a number as stored, and as it may be typed.</summary>
    public const int Max = 30,
        MaxTyped = 60;
    private const int FewestDigits = 3,
        MostDigits = 15,
        FewestCompared = 7;
    private const string Extension = " ext. ";
    private static readonly PhoneNumberUtil Plans = PhoneNumberUtil.GetInstance();

    // Digits of a number without its country, of what is dialled within a town, and of what people remember.
    private static readonly int[] Lengths = [9, 7, 4];

    /// <summary>
    /// The number as it is kept: cleaned of marks, of what spreadsheets and links put around it, with digits of whichever script, a number
    /// without its country being one of that country (two letters; null: unknown). Null for anything but one number.
    /// </summary>
    public static string? Read(string? typed, string? country)
    {
        if (Parts(typed) is not var (number, extension))
            return null;
        if (Parsed(number, country) is { } known)
            return Plans.Format(known, PhoneNumberFormat.E164) + (extension.Length > 0 ? Extension + extension : "");
        var kept = number + (extension.Length > 0 ? Extension + extension : "");
        return kept.Length <= Max ? kept
            : Digits(number) is { Length: <= MostDigits } digits ? (number[0] == '+' ? "+" : "") + digits
            : null;
    }

    /// <summary>As <see cref="Read"/>; null for nothing. Invalid if it isn't a number.</summary>
    public static string? Of(string? typed, string? country, string field = "phone") =>
        string.IsNullOrWhiteSpace(Lines.Clean(typed)) ? null : Read(typed, country) ?? throw Refusal.Invalid(field, Words.Of("Phone_Bad"));

    /// <summary>The first number of a text that holds several ("… / …"), and whether there are more; null when there is none.</summary>
    public static (string Number, bool More)? First(string typed, string? country)
    {
        if (Read(typed, country) is { } whole)
            return (whole, false);
        foreach (var part in Between().Split(typed.Length > MaxTyped * 2 ? typed[..(MaxTyped * 2)] : typed))
            if (Digits(part).Length >= FewestCompared && Read(part, country) is { } first)
                return (first, true);
        return null;
    }

    /// <summary>Where a text message goes: E.164; null for a number that no country has, to which nothing is sent.</summary>
    public static string? ForTexts(string? kept, string? country) =>
        Parts(kept) is var (number, _) && Parsed(number, country) is { } known ? Plans.Format(known, PhoneNumberFormat.E164) : null;

    /// <summary>The number for people to read: +966 50 123 4567.</summary>
    public static string Shown(string? kept)
    {
        if (kept is not ['+', ..] || Parts(kept) is not var (number, extension) || Parsed(number, null) is not { } known)
            return kept ?? "";
        return Plans.Format(known, PhoneNumberFormat.INTERNATIONAL) + (extension.Length > 0 ? Extension + extension : "");
    }

    /// <summary>For the address of a link: tel:+966501234567;ext=4.</summary>
    public static string Link(string kept) =>
        "tel:"
        + (
            Parts(kept) is var (number, extension)
                ? (number[0] == '+' ? "+" : "") + Digits(number) + (extension.Length > 0 ? ";ext=" + extension : "")
                : Digits(kept)
        );

    /// <summary>
    /// The digits by which two numbers are compared: without the zeros before them, and without an extension; null for fewer than seven.
    /// </summary>
    public static string? Key(string? kept)
    {
        var digits = Digits(Main(kept)).TrimStart('0');
        return digits.Length < FewestCompared ? null : digits;
    }

    /// <summary>The digits, and the ends of them by which a phone is looked for: the number within its country, and shorter ones.</summary>
    public static IEnumerable<string> Ends(string? phone)
    {
        var main = Main(phone);
        var digits = Digits(main);
        if (digits.Length < Lengths[^1])
            return [];
        var within = main is ['+', ..] && Parsed(main, null) is { } known ? Plans.GetNationalSignificantNumber(known) : digits;
        return Lengths
            .Where(length => length < digits.Length)
            .Select(length => digits[^length..])
            .Prepend(within)
            .Prepend(digits)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// What is looked for when the text is a phone or a part of one, without the zeros before it; null for anything else.
    /// </summary>
    public static string? Asked(string text)
    {
        text = Lines.Clean(text) ?? "";
        return
            text.All(c => char.IsDigit(c) || " +-().".Contains(c, StringComparison.Ordinal))
            && Digits(text).TrimStart('0') is { Length: >= 4 } digits
            ? digits
            : null;
    }

    /// <summary>
    /// The end that finds a number whether it was stored with its country or without: nine digits; null for a shorter one.
    /// </summary>
    public static string? Within(string digits) => digits.Length > Lengths[0] ? digits[^Lengths[0]..] : null;

    /// <summary>The digits, in whichever script.</summary>
    public static string Digits(string? text) => string.Concat((text ?? "").Select(Lines.AsciiDigit).Where(char.IsAsciiDigit));

    private static string Main(string? kept) =>
        kept is null ? ""
        : kept.IndexOf(Extension, StringComparison.Ordinal) is > 0 and var at ? kept[..at]
        : kept;

    // The number and its extension, in ASCII; null if it isn't a number.
    private static (string Number, string Extension)? Parts(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > MaxTyped || !TextAttribute.CanBeStored(typed))
            return null;
        var text = Unwrapped().Replace(Plain(typed), "${number}");
        var extension = "";
        if (WithExtension().Match(text) is { Success: true, Groups: var parts })
            (text, extension) = (parts["number"].Value.Trim(), parts["extension"].Value);
        if (text.StartsWith("00", StringComparison.Ordinal) && text.Length >= 10)
            text = "+" + text[2..];
        if (!Number().IsMatch(text) || Digits(text).Length is < FewestDigits or > MostDigits)
            return null;
        // Two whole numbers with a stroke between them are two.
        if (text.Split('/').Count(part => Digits(part).Length >= FewestCompared - 1) > 1)
            return null;
        return (text, extension);
    }

    // Digits, dashes, blanks and plus signs of every kind in their ASCII form.
    private static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var letter in (Lines.Clean(typed) ?? "").Normalize(NormalizationForm.FormKC))
            plain.Append(
                char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation || letter == '−' ? '-' : Lines.AsciiDigit(letter)
            );
        return plain.ToString();
    }

    private static PhoneNumber? Parsed(string number, string? country)
    {
        if (Valid(number, country) is { } known)
            return known;
        // Written with the country, but without the plus before it.
        return number[0] != '+' && Digits(number) is { Length: >= 10 } digits && digits[0] != '0' ? Valid("+" + digits, null) : null;
    }

    private static PhoneNumber? Valid(string number, string? country)
    {
        if (country is null && number[0] != '+')
            return null;
        try
        {
            var parsed = Plans.Parse(number, country);
            return Plans.IsValidNumber(parsed) ? parsed : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    // ="0501", '0501, tel:0501 and 0501.0
    [GeneratedRegex(
        @"^(?:=""\s*|'|tel:\s*)*(?<number>.*?)(?:(?<=\d{7})\.0+)?""?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Unwrapped();

    [GeneratedRegex(
        @"^(?<number>.*\d[\s)]*?)[,;]?\s*(?:ext(?:ension)?\s*[.:=]?|x|\#|تحويلة|داخلي)\s*:?\s*(?<extension>\d{1,7})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex WithExtension();

    [GeneratedRegex(@"^\(?\s*\+?[\d\s().\-/]+$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s*(?:[/,;|\n،؛]|\s(?:or|and|أو|و)\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Between();
}
