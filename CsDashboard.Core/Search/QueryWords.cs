namespace CsDashboard.Search;

/// <summary>
/// What somebody typed, as terms that must all be there. Quotation marks hold words together, a star behind a word makes it a beginning;
/// nothing else has a meaning, so no symbol reaches an engine's query language. The last word counts as a beginning while it is still being
/// typed.
/// </summary>
public static class QueryWords
{
    private const int MaxTerms = 10;
    private const string Quotes = "\"“”„«»";

    /// <summary>Empty when there is nothing to look for, such as a single letter.</summary>
    public static IReadOnlyList<Term> Read(string? text)
    {
        var terms = new List<Term>();
        if (string.IsNullOrWhiteSpace(text))
            return terms;
        text = text.Length > 400 ? text[..400] : text;
        var parts = text.Split(Quotes.ToCharArray());
        for (var i = 0; i < parts.Length; i++)
        {
            var words = Folding.Words(parts[i]);
            if (words.Count == 0)
                continue;
            if (i % 2 == 1)
            {
                terms.Add(new Term([.. words.Take(MaxTerms).Select(w => w.Text)], IsPrefix: false));
                continue;
            }
            for (int from = 0, to; from < words.Count; from = to)
            {
                // What was written as one word stays together.
                for (to = from + 1; to < words.Count && words[to].Joined; to++) { }
                var end = words[to - 1].End;
                var begins = end < parts[i].Length ? parts[i][end] == '*' : i == parts.Length - 1;
                terms.Add(new Term([.. words.Skip(from).Take(to - from).Select(w => w.Text)], begins));
            }
        }
        // A single letter as a beginning would be in nearly every text.
        terms.RemoveAll(t => t is { IsPrefix: true, Words: [{ Length: 1 }] });
        if (terms.Count > MaxTerms)
            terms.RemoveRange(MaxTerms, terms.Count - MaxTerms);
        return terms.Sum(t => t.Words.Sum(w => w.Length)) < 2 ? [] : terms;
    }
}
