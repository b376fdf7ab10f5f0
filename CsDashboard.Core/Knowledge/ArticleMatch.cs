using CsDashboard.Search;

namespace CsDashboard.Knowledge;

/// <summary>How well articles go with a question as people ask it: some of its words in the title count most, then all of them anywhere in the text.</summary>
internal static class ArticleMatch
{
    // Words of a question that say nothing of its subject, folded as Search folds them.
    private static readonly HashSet<string> Empty = [.. "the and for not can how what why does did with you your are has have was this that from cannot my is it in on to of do على الى من في عن كيف ما لا هل لم لماذا هذا هذه أنا مع أن أو"
        .Split(' ').SelectMany(Folding.Words).Select(word => word.Text)];

    public static IReadOnlyList<ArticleRow> Best(IEnumerable<ArticleRow> articles, string question, HashSet<Guid> havingAllWords, int most)
    {
        var words = WordsOf(question).Where(word => word.Length > 1 && !Empty.Contains(word)).Distinct().ToList();
        return [.. articles.Select(a => (Article: a, Score: Score(a, words) + (havingAllWords.Contains(a.Id) ? 2 : 0)))
            .Where(a => a.Score > 0).OrderByDescending(a => a.Score).Select(a => a.Article).Take(most)];
    }

    private static int Score(ArticleRow article, List<string> words)
    {
        var (title, text) = (WordsOf(article.Title), WordsOf(article.Summary));
        return words.Sum(word => (Has(title, word) ? 3 : 0) + (Has(text, word) ? 1 : 0));
    }

    // Begun words count, and "payouts" finds "payout".
    private static bool Has(List<string> words, string word) =>
        words.Exists(w => (word.Length >= 3 && w.StartsWith(word, StringComparison.Ordinal)) || (w.Length >= 4 && word.StartsWith(w, StringComparison.Ordinal)) || w == word);

    private static List<string> WordsOf(string text) => [.. Folding.Words(text).Select(word => word.Text)];
}
