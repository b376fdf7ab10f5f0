namespace CsDashboard.Search;

internal static class Excerpts
{
    private const int Around = 80;

    /// <summary>The text around the first match, as written; the beginning where the match is in the title or further on.</summary>
    public static string Of(string text, IReadOnlyList<Term> terms)
    {
        var (from, to) = (0, 2 * Around);
        if (FirstMatch(Folding.Words(text), terms) is { } match)
            (from, to) = (match.Start - Around, match.End + Around);
        (from, to) = (WordStart(text, Math.Max(from, 0)), WordEnd(text, Math.Min(to, text.Length)));
        var excerpt = string.Join(' ', text[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (from > 0 ? "… " : "") + excerpt + (to < text.Length ? " …" : "");
    }

    /// <summary>How well a text answers: the words in the title count most, all of them at the beginning of the text some more.</summary>
    public static int Weigh(string title, string text, IReadOnlyList<Term> terms)
    {
        var (inTitle, inText) = (Folding.Words(title), Folding.Words(text));
        return terms.Sum(term => (Contains(inTitle, term) ? 10 : 0) + (Contains(inText, term) ? 3 : 0))
            + (terms.All(t => Contains(inTitle, t)) ? 20 : 0);
    }

    private static FoldedWord? FirstMatch(IReadOnlyList<FoldedWord> words, IReadOnlyList<Term> terms)
    {
        for (var i = 0; i < words.Count; i++)
            foreach (var term in terms)
                if (term.Matches(words, i))
                    return words[i] with { End = words[i + term.Words.Count - 1].End };
        return null;
    }

    private static bool Contains(IReadOnlyList<FoldedWord> words, Term term) => FirstMatch(words, [term]) is not null;

    // Moves to the edge of a word, unless that is further away than a word is long.
    private static int WordStart(string text, int at)
    {
        for (var i = at; i > 0 && i > at - 20; i--)
            if (char.IsWhiteSpace(text[i - 1]))
                return i;
        return at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int WordEnd(string text, int at)
    {
        for (var i = at; i < text.Length && i < at + 20; i++)
            if (char.IsWhiteSpace(text[i]))
                return i;
        return at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }
}
