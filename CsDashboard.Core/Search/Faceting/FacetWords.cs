namespace CsDashboard.Search.Faceting;

/// <summary>Words as they are kept and asked for (<see cref="Folding"/>), and how far a typing error goes.</summary>
public static class FacetWords
{
    private const int MaxTerms = 10,
        MaxText = 400;

    /// <summary>
    /// The words of texts, each once: without their article, with it (for who has typed only its beginning), and without what may be
    /// "and" or "for" before them.
    /// </summary>
    public static IReadOnlyCollection<string> Of(params ReadOnlySpan<string?> texts)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text))
                continue;
            foreach (var word in Folding.Words(text))
            {
                words.Add(word.Text);
                if (word.Whole is { } whole)
                    words.Add(whole);
                foreach (var bare in word.Bare)
                    words.Add(bare);
            }
        }
        return words;
    }

    /// <summary>What somebody looks for: at most ten words, each once.</summary>
    public static IReadOnlyList<string> Asked(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : [.. Folding.Words(text.Length > MaxText ? text[..MaxText] : text).Select(w => w.Text).Distinct().Take(MaxTerms)];

    /// <summary>
    /// How many letters may be wrong, by the length of the word (contract: market, Search): none up to two letters, one up to five, two in
    /// longer ones; none where a digit is in it, since 2001 is not 2000.
    /// </summary>
    public static int ErrorsIn(string word) =>
        word.Any(char.IsDigit) ? 0
        : word.Length <= 2 ? 0
        : word.Length <= 5 ? 1
        : 2;
}
