using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CsDashboard.Accounts;

/// <summary>
/// What an e-mail address may be, at every door. Text pasted around it is taken off, invisible marks are dropped, and look-alikes of
/// another address are refused.
/// </summary>
public static partial class Emails
{
    private const int Max = 254,
        MaxLocal = 64,
        MaxTyped = 1_000;

    // Letters of other scripts that look like Latin ones.
    private const string Alike = "асԁеһіјӏорԛѕѵԝхуαγηικνορτυχωոսօհց";
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The form in which addresses are compared (contract: enhanced, E-mail): lower-case, the domain in its ASCII form; for gmail.com
    /// and googlemail.com dots of the local part and everything from the first '+' are dropped. Invalid as <see cref="Read"/> says.
    /// </summary>
    public static string Normalise(string? address) => Read(address).Normalised;

    /// <summary>As <see cref="Normalise"/>, with null instead of the refusal.</summary>
    public static string? TryNormalise(string? address) => TryRead(address, out _)?.Normalised;

    /// <summary>Whether the typed address differs from the stored one; an empty one does not.</summary>
    public static bool IsOther(string? typed, string kept) =>
        !string.IsNullOrWhiteSpace(typed) && TryNormalise(typed) != TryNormalise(kept);

    /// <summary>Invalid (email) for anything that isn't a mailbox address, and for look-alike letters.</summary>
    public static EmailAddress Read(string? address) => TryRead(address, out var fault) ?? throw Refusal.Invalid("email", Words.Of(fault));

    /// <summary>As <see cref="Read"/>, with null instead of the refusal, and what is wrong as a key of <see cref="Words"/>.</summary>
    public static EmailAddress? TryRead(string? address, out string fault)
    {
        fault = "Email_Bad";
        if (string.IsNullOrWhiteSpace(address))
            fault = "Text_Required";
        else if (address.Length <= MaxTyped && TextAttribute.CanBeStored(address))
            return Of(Unwrapped(Plain(address)), out fault);
        return null;
    }

    /// <summary>The first address of a text that holds several, and whether there are more; null when there is none.</summary>
    public static (EmailAddress Address, bool More)? First(string text, out string fault)
    {
        if (TryRead(text, out fault) is { } whole)
            return (whole, false);
        foreach (var part in text.Length > MaxTyped ? [] : text.Split([',', ';', '|', '/', '\n', '،', '؛']))
            if (part.Contains('@') && TryRead(part, out _) is { } first)
                return (first, true);
        return null;
    }

    private static EmailAddress? Of(string text, out string fault)
    {
        fault = "Email_Bad";
        var at = text.IndexOf('@');
        if (at < 1 || at != text.LastIndexOf('@'))
            return null;
        var (local, domain) = (text[..at], text[(at + 1)..]);
        if (
            local.Length > MaxLocal
            || local[0] == '.'
            || local[^1] == '.'
            || local.Contains("..", StringComparison.Ordinal)
            || !local.All(IsOfLocal)
        )
            return null;
        if (Ascii(domain, out var shown) is not { } ascii)
            return null;
        if (!IsPlain(local) || !shown.Split('.').All(IsPlain))
        {
            fault = "Email_Mixed";
            return null;
        }
        var (normalised, known) = (local.ToLowerInvariant(), ascii is "gmail.com" or "googlemail.com");
        if (known)
        {
            normalised = normalised.Replace(".", "", StringComparison.Ordinal);
            if (normalised.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus)
                normalised = normalised[..plus];
        }
        if (normalised.Length == 0 || normalised.Length + 1 + ascii.Length > Max)
            return null;
        return new EmailAddress(text, normalised + "@" + (known ? "gmail.com" : ascii));
    }

    // Compatibility forms become plain ones (NFKC), digits become ASCII, invisible characters go.
    private static string Plain(string address)
    {
        var plain = new StringBuilder(address.Length);
        foreach (var rune in address.EnumerateRunes())
            if (!Lines.IsUnseen(rune))
                plain.Append(rune.ToString());
        return string.Concat(plain.ToString().Normalize(NormalizationForm.FormKC).Select(Lines.AsciiDigit)).Trim();
    }

    // Name <a@b.example>, mailto:a@b.example?subject=…, "a@b.example", and punctuation of the sentence around it.
    private static string Unwrapped(string text)
    {
        if (InBrackets().Match(text) is { Success: true, Groups: var parts })
            text = parts["address"].Value;
        text = text.Trim(' ', ',', ';', '،', '؛', '"', '\u201C', '\u201D', '(', ')');
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text["mailto:".Length..].Split('?')[0];
        return text.Trim().TrimEnd('.', ',', ';', ':');
    }

    private static bool IsOfLocal(char letter) =>
        letter < 128
            ? char.IsAsciiLetterOrDigit(letter) || ".!#$%&'*+-/=?^_`{|}~".Contains(letter, StringComparison.Ordinal)
            : char.IsLetter(letter)
                || char.IsSurrogate(letter)
                || (
                    char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    && letter >= 0x0900
                );

    /// <summary>
    /// The domain in ASCII (xn--…), lower-case, and as its letters are; null for anything but a domain of at least two labels.
    /// </summary>
    private static string? Ascii(string domain, out string shown)
    {
        shown = domain;
        if (domain.Length is 0 or > 253 || domain.Contains('_'))
            return null;
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            shown = Idn.GetUnicode(ascii);
            var labels = ascii.Split('.');
            return
                labels.Length > 1
                && labels[^1].Length > 1
                && !labels[^1].All(char.IsAsciiDigit)
                && labels.All(l =>
                    l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                )
                ? ascii
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // All letters are of one script, and not all of them look Latin. Han and kana may stand beside ASCII, as they do in Japan.
    private static bool IsPlain(string label)
    {
        var letters = label.EnumerateRunes().Where(Rune.IsLetter).Select(Rune.ToLowerInvariant).ToList();
        if (letters.TrueForAll(l => l.IsAscii))
            return true;
        var scripts = letters.Select(ScriptOf).Distinct().ToList();
        return !scripts.Contains(Script.Other)
            && (
                scripts.Count == 1
                || scripts.TrueForAll(s =>
                    s is Script.EastAsian or Script.Ascii || (s == Script.Latin && !scripts.Contains(Script.EastAsian))
                )
            )
            && !letters.TrueForAll(l => Alike.Contains(l.ToString(), StringComparison.Ordinal));
    }

    private enum Script
    {
        Other,
        Ascii,
        Latin,
        EastAsian,
        Greek,
        Cyrillic,
        Hebrew,
        Arabic,
        First = 100,
    }

    private static Script ScriptOf(Rune letter) =>
        letter.Value switch
        {
            < 0x80 => Script.Ascii,
            // i without its dot, k of Greenland and the like; of Latin Extended-B only what Romanian writes.
            0x0131 or 0x0138 or 0x0149 or 0x017F => Script.Other,
            < 0x0180 or >= 0x0218 and <= 0x021B or >= 0x1E00 and <= 0x1EFF => Script.Latin,
            >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF => Script.Greek,
            >= 0x0400 and <= 0x052F => Script.Cyrillic,
            >= 0x0590 and <= 0x05FF => Script.Hebrew,
            0x0640 => Script.Other,
            >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F => Script.Arabic,
            >= 0x1100
            and <= 0x11FF
            or >= 0x3040
            and <= 0x30FF
            or >= 0x3400
            and <= 0x9FFF
            or >= 0xAC00
            and <= 0xD7A3
            or >= 0x20000
            and <= 0x3FFFF => Script.EastAsian,
            // The scripts of India and its neighbours have a block of 128 each.
            >= 0x0530 and <= 0x058F or >= 0x0900 and <= 0x10FF or >= 0x1200 and <= 0x139F or >= 0x1780 and <= 0x17FF => (Script)(
                (int)Script.First + (letter.Value >> 7)
            ),
            _ => Script.Other,
        };

    [GeneratedRegex(@"^[^<>]*<\s*(?<address>[^<>]*@[^<>]*)>[\s,;.،؛]*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex InBrackets();
}
