using System.Globalization;
using System.Text;
using CsDashboard.Knowledge;

namespace CsDashboard.Web.Knowledge;

/// <summary>Which articles answer some words best: a word in the title counts more than one in the text. Case, accents and Arabic spelling don't matter.</summary>
internal static class ArticleMatch
{
    // Words of a question that say nothing of its subject.
    private static readonly HashSet<string> Empty = ["the", "and", "for", "not", "can", "how", "what", "why", "does", "with", "you", "your", "are", "has", "have", "was", "this", "that", "from", "from", "على", "الي", "من", "في", "عن", "كيف", "ما", "لا", "هل", "لم", "هذا", "هذه", "انا"];

    public static IReadOnlyList<ArticleRow> Best(IReadOnlyList<ArticleRow> articles, string query, int most)
    {
        var words = WordsOf(query).Where(w => w.Length > 1 && !Empty.Contains(w)).Distinct(StringComparer.Ordinal).ToList();
        return [.. articles.Select(a => (Article: a, Score: Score(a, words))).Where(a => a.Score > 0).OrderByDescending(a => a.Score).Select(a => a.Article).Take(most)];
    }

    private static int Score(ArticleRow article, List<string> words)
    {
        var (title, text) = (WordsOf(article.Title), WordsOf(article.Summary));
        return words.Sum(word => (Has(title, word) ? 3 : 0) + (Has(text, word) ? 1 : 0));
    }

    // Begun words count too, and "payouts" finds "payout".
    private static bool Has(List<string> words, string word) =>
        words.Exists(w => w.StartsWith(word, StringComparison.Ordinal) || (w.Length >= 4 && word.StartsWith(w, StringComparison.Ordinal)));

    private static List<string> WordsOf(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Append(' '))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark || letter == 'ـ') continue;
            if (char.IsLetterOrDigit(letter)) { word.Append(letter switch { 'ى' => 'ي', 'ة' => 'ه', _ => letter }); continue; }
            if (word.Length > 4 && word[0] == 'ا' && word[1] == 'ل') word.Remove(0, 2);
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
        return words;
    }
}
