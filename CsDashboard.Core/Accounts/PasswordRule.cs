using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Accounts;

/// <summary>
/// What a password may be: 8 to 128 characters of any kind (contract C23: no character classes), but none that attackers try first. Those
/// are common words and names with the usual additions (CommonPasswords.txt), repeated or consecutive characters, and the owner's own name,
/// address or company.
/// </summary>
public static class PasswordRule
{
    public const int Shortest = 8,
        Longest = 128;

    // With so few unpredictable characters, or so few beside a common word, a password is found in no time.
    private const int FewSigns = 6,
        FewRuns = 3;
    private static readonly string[] Rows =
    [
        "`1234567890-=",
        "qwertyuiop[]\\",
        "asdfghjkl;'",
        "zxcvbnm,./",
        "!@#$%^&*()_+",
        "1qaz",
        "2wsx",
        "3edc",
        "4rfv",
        "5tgb",
        "6yhn",
        "7ujm",
        "8ik,",
        "9ol.",
        "ضصثقفغعهخحجد",
        "شسيبلاتنمكط",
        "ئءؤرلاىةوزظ",
    ];
    private static readonly Lazy<HashSet<string>> Common = new(Read);

    /// <summary>
    /// The key of the text that says what is wrong; null when nothing is. Own: the future owner's name, address and company.
    /// </summary>
    public static string? FaultOf(string? password, params IReadOnlyList<string?> own)
    {
        if (string.IsNullOrWhiteSpace(password))
            return "Text_Required";
        // What the sign-in page refuses must not become a password.
        if (!TextAttribute.CanBeStored(password))
            return "Text_BadCharacters";
        if (password.Length is < Shortest or > Longest)
            return password.Length < Shortest ? "Password_Short" : "Password_Long";
        var text = Plain(password);
        if (Runs(text) <= FewRuns || IsRepeated(text))
            return "Password_Pattern";
        if (IsCommon(text))
            return "Password_Common";
        return IsOwn(text, own) ? "Password_Own" : null;
    }

    /// <summary>How many common words and passwords are known.</summary>
    internal static int Known => Common.Value.Count;

    // Small letters, without marks above and below them.
    private static string Plain(string text) =>
        string.Concat(
            Decomposed(text)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                .Select(char.ToLowerInvariant)
        );

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        // Code points that are no characters.
        catch (ArgumentException)
        {
            return text;
        }
    }

    // Counts runs: aaaa is one, 4321 is one, qwer is one, x7 is two.
    private static int Runs(string text) => 1 + text.Zip(text.Skip(1)).Count(pair => !AreNeighbours(pair.First, pair.Second));

    private static bool AreNeighbours(char a, char b) =>
        Math.Abs(a - b) <= 1
        || Rows.Any(row => row.IndexOf(a) is >= 0 and var i && row.IndexOf(b) is >= 0 and var j && Math.Abs(i - j) == 1);

    // testtest, 12341234, abcabcabc; and anything made of only three characters.
    private static bool IsRepeated(string text) =>
        text.Distinct().Count() <= 3
        || Enumerable
            .Range(1, text.Length / 2)
            .Any(n => n < Shortest && Enumerable.Range(n, text.Length - n).All(i => text[i] == text[i - n]));

    private static bool IsCommon(string text) =>
        Spellings(text)
            .Any(spelling => Common.Value.Contains(spelling) || Common.Value.Contains(Core(spelling)) || IsTwice(Core(spelling)));

    private static bool IsTwice(string core) =>
        core.Length % 2 == 0
        && core.Length > 0
        && core[..(core.Length / 2)] == core[(core.Length / 2)..]
        && Common.Value.Contains(core[..(core.Length / 2)]);

    // As typed, and with the letters that digits and signs stand for.
    private static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        var core = Core(text);
        yield return core;
        yield return Letters(core);
        yield return Letters(text);
        yield return string.Concat(text.Where(char.IsLetterOrDigit));
        yield return Letters(text.TrimEnd("0123456789!?.*#".ToCharArray()));
    }

    private static string Letters(string text) =>
        string.Concat(
            text.Select(c =>
                c switch
                {
                    '0' => 'o',
                    '1' or '!' or '|' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => c,
                }
            )
        );

    // Without the few digits and symbols around it: a year, 123, an exclamation mark.
    private static string Core(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetter(text[start]))
            start++;
        while (end > start && !char.IsLetter(text[end - 1]))
            end--;
        var (before, behind) = (text[..start], text[end..]);
        return IsTrimming(before) && IsTrimming(behind) && before.Length + behind.Length <= 2 * FewSigns ? text[start..end] : text;
    }

    private static bool IsTrimming(string signs) => signs.Length < FewSigns || Runs(signs) <= FewRuns;

    private static bool IsOwn(string text, IReadOnlyList<string?> own)
    {
        var rest = text;
        foreach (var word in own.OfType<string>().SelectMany(Parts).Distinct().OrderByDescending(w => w.Length))
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        if (rest.Length == text.Length)
            return false;
        return rest.Count(char.IsLetterOrDigit) < FewSigns || Common.Value.Contains(rest);
    }

    private static IEnumerable<string> Parts(string own)
    {
        var plain = Plain(own);
        return plain
            .Split(' ', '.', '@', '-', '_', '+', ',', '\'', '"', '(', ')')
            .Append(plain)
            .Append(plain.Replace(" ", "", StringComparison.Ordinal))
            .Where(part => part.Length >= 3);
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRule).Assembly.GetManifestResourceStream("CsDashboard.Accounts.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
