using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>
/// Brings texts into the form in which they are compared wherever the product looks for something: without case, accents and vowel
/// marks, letters without a base form as the letters people type for them (ß ss, ø o), one letter for the spellings of alef, ya, ta marbuta
/// and hamza that people mix, ASCII digits, without the article ال and what is written together with it, and عبدالله as عبد الله. The
/// database never lower-cases, since it knows other letters than we do. The result is stored in indexes and columns: whoever changes this
/// raises
/// <see cref="Version"/>, and everything is folded again (<see cref="Storage.IKeepFolded"/>).
/// </summary>
public static class Folding
{
    public const int Version = 2;

    /// <summary>Longer words (mostly encoded data) are cut, and so are those of the query.</summary>
    private const int MaxWord = 64;

    // If fewer letters remain, the first more likely belongs to the word: بنك is not نك with a prefix.
    private const int LeastRest = 3;
    private const string Servant = "عبد",
        Article = "ال";

    // What each letter becomes, worked out once; two special values mark a character between words and one that separates none.
    private static readonly string Break = new('b', 1),
        Mark = new('m', 1);
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<FoldedWord> Words(string text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder();
        int start = 0,
            end = 0,
            third = 0,
            fourth = 0;
        var hamza = false;
        for (var i = 0; i < text.Length; )
        {
            // A lone half of a surrogate pair reads as U+FFFD, which is no letter.
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (word.Length == 0)
                start = i;
            var letters = LettersOf(rune);
            if (ReferenceEquals(letters, Break))
            {
                if (word.Length == 1 && SignsAfter(text, i) is var signs and > 0)
                {
                    foreach (var sign in text.AsSpan(i, signs))
                        word.Append(sign == '#' ? "sharp" : "plus");
                    end = i + signs;
                    i = end;
                }
                else
                    i += length;
                End();
                continue;
            }
            i += length;
            end = i;
            if (ReferenceEquals(letters, Mark))
                hamza |= rune.Value == '\u0654' && word.Length > 0 && word[^1] == 'ي';
            else
            {
                // مسؤول, مسئول and مسءول are one word.
                if (letters == "و" && word.Length > 0 && (hamza || word[^1] == 'ء'))
                    word[^1] = 'و';
                word.Append(letters);
                hamza = rune.Value == 'ئ';
            }
            if (word.Length == Servant.Length)
                third = i;
            else if (word.Length == Servant.Length + 1)
                fourth = i;
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                Add(words, Cut(word), start, end, third, fourth);
            (hamza, third, fourth) = (false, 0, 0);
            word.Clear();
        }
    }

    /// <summary>The folded words with blanks between them.</summary>
    public static string Fold(string text) => string.Join(' ', Words(text).Select(w => w.Text));

    /// <summary>Those of a short list in which every typed word is the beginning of one; all of them while nothing is typed.</summary>
    public static IEnumerable<T> Narrow<T>(IEnumerable<T> all, string typed, Func<T, string> said)
    {
        var asked = Words(typed).Select(w => w.Text).ToList();
        return asked.Count == 0
            ? all
            : all.Where(one =>
            {
                var words = Words(said(one)).Select(w => w.Text).ToList();
                return asked.All(typed => words.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
            });
    }

    /// <summary>
    /// Only the folded letters and digits, for names that are looked up as a whole: words are not split, and whatever is between them
    /// doesn't count.
    /// </summary>
    public static string Letters(string text)
    {
        var all = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (LettersOf(rune) is var letters && !ReferenceEquals(letters, Break) && !ReferenceEquals(letters, Mark))
                all.Append(letters);
        return all.ToString();
    }

    // C#, F#, C++: a single letter whose sign is the other half of its name.
    private static int SignsAfter(string text, int at)
    {
        var to = at;
        while (to < text.Length && text[to] is '#' or '+')
            to++;
        return to - at <= 2 && char.IsAsciiLetter(text[at - 1]) && (to == text.Length || !char.IsLetterOrDigit(text[to])) ? to - at : 0;
    }

    private static string LettersOf(Rune rune) => rune.IsBmp ? Known[rune.Value] ??= Read(rune) : Read(rune);

    private static string Read(Rune rune)
    {
        if (rune.IsAscii)
            return Rune.IsLetterOrDigit(rune) ? char.ToLowerInvariant((char)rune.Value).ToString() : Break;
        // No character at all, and the one that cannot be normalised.
        if (rune.Value == 0xFFFE)
            return Break;
        if (rune.Value == 'ـ' || IsSilent(rune))
            return Mark;
        // Rune by rune gives the same result as the whole text: only the order of marks could differ, and marks are dropped.
        var (letters, breaks) = ("", false);
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsSilent(part) || part.Value == 'ـ')
                continue;
            if (Rune.IsLetterOrDigit(part))
                letters += Letter(part);
            else
                breaks = true;
        }
        return letters.Length > 0 ? letters
            : breaks ? Break
            : Mark;
    }

    // Marks on letters and invisible characters (joiners, direction marks, soft hyphen): they separate no words.
    private static bool IsSilent(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private static string Letter(Rune rune) =>
        Rune.ToLowerInvariant(rune).Value switch
        {
            'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
            'ى' or 'ی' or 'ئ' => "ي",
            'ة' => "ه",
            'ؤ' => "و",
            'ک' => "ك",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' => "o",
            'ł' => "l",
            'ı' => "i",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' => "n",
            'ς' => "σ",
            _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(
                CultureInfo.InvariantCulture
            ),
            var small => new Rune(small).ToString(),
        };

    private static string Cut(StringBuilder word)
    {
        var length = Math.Min(word.Length, MaxWord);
        return word.ToString(0, char.IsHighSurrogate(word[length - 1]) ? length - 1 : length);
    }

    private static void Add(List<FoldedWord> words, string word, int start, int end, int third, int fourth)
    {
        // عبدالله is two words that many write as one, also after "and" or "for".
        var head =
            word.StartsWith(Servant + Article, StringComparison.Ordinal) ? Servant.Length
            : IsPrefix(word[0]) && word.AsSpan(1).StartsWith(Servant + Article, StringComparison.Ordinal) ? Servant.Length + 1
            : 0;
        if (head > 0 && word.Length - head >= Article.Length + 2)
        {
            var between = head == Servant.Length ? third : fourth;
            words.Add(
                new FoldedWord(word[..head], start, between) { Whole = word, Bare = head > Servant.Length ? [Servant, word[1..]] : [] }
            );
            words.Add(new FoldedWord(word[(head + Article.Length)..], between, end, Joined: true) { Whole = word[head..] });
        }
        else if (WithoutArticle(word) is { } plain)
            words.Add(new FoldedWord(plain, start, end) { Whole = word });
        else
            words.Add(new FoldedWord(word, start, end) { Bare = WithoutPrefix(word) });
    }

    private static bool IsPrefix(char letter) => letter is 'و' or 'ف' or 'ب' or 'ل' or 'ك';

    // Alone it is taken off words of at least four letters (in الا or الي it is no article), and together with و ف ب ك or as لل where three
    // are left.
    private static string? WithoutArticle(string word)
    {
        if (word.Length < 4)
            return null;
        if (word.StartsWith(Article, StringComparison.Ordinal))
            return word[2..];
        var from = word[0] is 'و' or 'ف' ? 1 : 0;
        if (word.AsSpan(from).StartsWith("لل", StringComparison.Ordinal))
            return word.Length - from - 2 >= LeastRest ? word[(from + 2)..] : null;
        if (word[from] is 'ب' or 'ك')
            from++;
        return from > 0 && word.AsSpan(from).StartsWith(Article, StringComparison.Ordinal) && word.Length - from - 2 >= LeastRest
            ? word[(from + 2)..]
            : null;
    }

    // "And" or "so" may stand before "with", "for" or "like". What is left may have an article in its own right: لإلغاء is for إلغاء.
    private static IReadOnlyList<string> WithoutPrefix(string word)
    {
        if (word.Length <= LeastRest || !IsPrefix(word[0]))
            return [];
        var rest = word[1..];
        var bare = WithoutArticle(rest) ?? rest;
        return word[0] is 'و' or 'ف' && rest.Length > LeastRest && IsPrefix(rest[0]) && rest[0] is not ('و' or 'ف')
            ? [bare, rest[1..]]
            : [bare];
    }
}
