using System.Globalization;
using System.Text;

namespace CsDashboard.Search;

/// <summary>A word in the form in which it is compared, and where in the text it stands.</summary>
public readonly record struct FoldedWord(string Text, int Start, int End);

/// <summary>
/// Brings texts into the form in which the index and the query meet: without case, accents and vowel marks, with one
/// letter for the spellings of alef, ya, ta marbuta and hamza that people mix, ASCII digits, and without the article ال.
/// What it does is stored in every index; a change of it needs a new index.
/// </summary>
public static class Folding
{
    /// <summary>Longer words (encoded data, as a rule) are cut; the query's words are cut alike.</summary>
    private const int MaxWord = 64;

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<FoldedWord> Words(string text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            // A lone half of a surrogate pair reads as U+FFFD, which is no letter.
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (word.Length == 0) start = i;
            var kind = Append(word, rune);
            i += length;
            if (kind == Kind.Break) End();
            else end = i;
        }
        End();
        return words;

        void End()
        {
            if (word.Length == 0) return;
            words.Add(new FoldedWord(WithoutArticle(word), start, end));
            word.Clear();
        }
    }

    /// <summary>The folded words with blanks between them.</summary>
    public static string Fold(string text) => string.Join(' ', Words(text).Select(w => w.Text));

    private enum Kind { Letter, Mark, Break }

    private static Kind Append(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            if (!Rune.IsLetterOrDigit(rune)) return Kind.Break;
            word.Append(char.ToLowerInvariant((char)rune.Value));
            return Kind.Letter;
        }
        // No character at all, and the one that cannot be normalised.
        if (rune.Value == 0xFFFE) return Kind.Break;
        if (rune.Value == 'ـ' || IsSilent(rune)) return Kind.Mark;
        // Rune by rune gives the same as the whole text would: only the order of marks could differ, and marks are dropped.
        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        var (letters, breaks) = (false, false);
        foreach (var part in parts.EnumerateRunes())
        {
            if (IsSilent(part) || part.Value == 'ـ') continue;
            if (!Rune.IsLetterOrDigit(part)) { breaks = true; continue; }
            word.Append(Letter(part));
            letters = true;
        }
        return letters ? Kind.Letter : breaks ? Kind.Break : Kind.Mark;
    }

    // Marks on letters, and what is not seen (joiners, direction marks, soft hyphen): they part no word.
    private static bool IsSilent(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static string Letter(Rune rune) => rune.Value switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => "ا",
        'ى' or 'ی' or 'ئ' => "ي",
        'ة' => "ه",
        'ؤ' => "و",
        'ک' => "ك",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };

    // Words of fewer than four letters keep their first two: in الا or الي they are no article.
    private static string WithoutArticle(StringBuilder word)
    {
        var from = word.Length >= 4 && word[0] == 'ا' && word[1] == 'ل' ? 2 : 0;
        var length = Math.Min(word.Length - from, MaxWord);
        if (length > 0 && char.IsHighSurrogate(word[from + length - 1])) length--;
        return word.ToString(from, length);
    }
}
