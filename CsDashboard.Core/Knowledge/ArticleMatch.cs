namespace CsDashboard.Knowledge;

/// <summary>
/// How well articles answer a question as people ask it: words found in the title count most, then all of them anywhere in the text.
/// </summary>
internal static class ArticleMatch
{
    // Words of a question that say nothing about its subject, folded as Search folds them.
    private static readonly HashSet<string> Empty =
    [
        .. "the and for not can how what why does did with you your are has have was this that from cannot my is it in on to of do على الى من في عن كيف ما لا هل لم لماذا هذا هذه أنا مع أن أو"
            .Split(' ')
            .SelectMany(Folding.Words)
            .Select(word => word.Text),
    ];

    public static IReadOnlyList<ArticleRow> Best(IEnumerable<ArticleRow> articles, string question, HashSet<Guid> havingAllWords, int most)
    {
        var words = Folding
            .Words(question)
            .Where(word => word.Text.Length > 1 && !Empty.Contains(word.Text))
            .DistinctBy(word => word.Text)
            .ToList();
        return
        [
            .. articles
                .Select(a => (Article: a, Score: Score(a, words) + (havingAllWords.Contains(a.Id) ? 2 : 0)))
                .Where(a => a.Score > 0)
                .OrderByDescending(a => a.Score)
                .Select(a => a.Article)
                .Take(most),
        ];
    }

    private static int Score(ArticleRow article, List<FoldedWord> words)
    {
        var (title, text) = (Folding.Words(article.Title), Folding.Words(article.Summary));
        return words.Sum(word => (Has(title, word) ? 3 : 0) + (Has(text, word) ? 1 : 0));
    }

    // Word beginnings count: "payouts" finds "payout", and a question's "with the manager" finds the manager.
    private static bool Has(IReadOnlyList<FoldedWord> words, FoldedWord asked) =>
        words.Any(w =>
            w.Is(asked.Text, beginning: asked.Text.Length >= 3)
            || (w.Text.Length >= 4 && asked.Text.StartsWith(w.Text, StringComparison.Ordinal))
            || asked.Bare.Contains(w.Text)
        );
}
