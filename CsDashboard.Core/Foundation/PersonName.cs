using System.Globalization;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

/// <summary>
/// How a person is addressed by first name. عبد الله is never called عبد: names of two words stay whole, titles are left out, and in doubt
/// the whole name is used. Nothing else in the product takes a name apart.
/// </summary>
public static partial class PersonName
{
    // As Folding gives them.
    private static readonly HashSet<string> Titles =
    [
        .. "dr mr mrs ms miss mx prof professor eng engr sir madam sheikh shaikh sheikha hajj haji capt د م ا دكتور دكتوره مهندس مهندسه استاذ استاذه سيده انسه شيخ شيخه حاج حاجه بروفيسور كابتن".Split(
            ' '
        ),
    ];
    private static readonly HashSet<string> TitlesWithArticle = ["شيخ", "شيخه", "حاج", "حاجه"];

    // These are followed by the second half of the name: servant of, father of, mother of, son of, daughter of.
    private static readonly HashSet<string> Openings =
    [
        .. "عبد ابو ابا ابي ام ابن بن بنت abd abdel abdal abdul abdoul abu abou um umm ibn bin bint".Split(' '),
    ];

    // And these are the second half of such as صلاح الدين, نصر الله and Zia ul-Haq.
    private static readonly HashSet<string> Closings =
    [
        .. "دين له اسلام حق رحمن din deen eddin eddine eldin aldin uddin allah ullah".Split(' '),
    ];
    private static readonly HashSet<string> ClosingsWithArticle = [.. Closings, .. "islam haq haqq rahman".Split(' ')];
    private static readonly HashSet<string> Articles = [.. "al el ul ud ur ed ad ال".Split(' ')];

    // السيد is a common name, and before other names it means Mr.
    private const string Either = "سيد";

    /// <summary>The name to address somebody by.</summary>
    public static string First(string name)
    {
        var words = WordsOf(name);
        if (words.Length == 0 || name.Any(c => char.IsDigit(c) || c is '@' or ','))
            return name.Trim();
        var end = EndOfFirst(words, 0);
        // An initial is nobody's name.
        return end < 0 || Folding.Fold(words[0]) is { Length: < 2 } or Either ? string.Join(' ', words) : string.Join(' ', words[..end]);
    }

    /// <summary>The same with the initial of the last name (not of its article), for people who need not know more.</summary>
    public static string Short(string name)
    {
        var (first, words) = (First(name), WordsOf(name));
        if (words.Length < 2 || first == string.Join(' ', words) || first == name.Trim())
            return first;
        var last = words[^1];
        return $"{first} {StringInfo.GetNextTextElement(last.StartsWith("ال", StringComparison.Ordinal) && last.Length > 2 ? last[2..] : last)}.";
    }

    /// <summary>The name without the titles before it.</summary>
    public static string Plain(string name) => string.Join(' ', WordsOf(name));

    private static string[] WordsOf(string name)
    {
        var words = GluedTitle()
            .Replace(name, match => IsTitle(match.Groups[1].Value) ? match.Groups[1].Value + ". " : match.Value)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var from = 0;
        while (from < words.Length - 1 && IsTitle(words[from]))
            from++;
        return words[from..];
    }

    // A title that is also a name counts only with its article: الشيخ is a title, شيخ is not.
    private static bool IsTitle(string word)
    {
        var folded = Folding.Fold(word);
        if (folded.Contains(' ', StringComparison.Ordinal))
            return folded.Split(' ').All(Titles.Contains) && word.Contains('.', StringComparison.Ordinal);
        return Titles.Contains(folded) && (!TitlesWithArticle.Contains(folded) || word.StartsWith("ال", StringComparison.Ordinal));
    }

    // The end of the first name that begins there; -1 when in doubt.
    private static int EndOfFirst(string[] words, int from)
    {
        if (from >= words.Length)
            return -1;
        var word = Folding.Fold(words[from]);
        if (Openings.Contains(word) || word is "al" or "el" or "ال")
        {
            // "Abd al Rahman": the article stands between.
            var next = from + 1;
            if (next < words.Length && Articles.Contains(Folding.Fold(words[next])))
                next++;
            if (next < words.Length && Folding.Fold(words[next]) == "رب")
                next++;
            return EndOfFirst(words, next);
        }
        var after = from + 1;
        if (after < words.Length && IsClosing(words[after]))
            return after + 1;
        if (
            after + 1 < words.Length
            && Articles.Contains(Folding.Fold(words[after]))
            && ClosingsWithArticle.Contains(Folding.Fold(words[after + 1]))
        )
            return after + 2;
        return after;
    }

    private static bool IsClosing(string word) =>
        Folding.Fold(word).Split(' ') switch
        {
            [var one] => Closings.Contains(one) && (one[0] < '\u0600' || word.StartsWith("ال", StringComparison.Ordinal)),
            [var article, var rest] => Articles.Contains(article) && ClosingsWithArticle.Contains(rest),
            _ => false,
        };

    [GeneratedRegex(@"^\s*(\p{L}{1,4})\.(?=\p{L}{2})")]
    private static partial Regex GluedTitle();
}
