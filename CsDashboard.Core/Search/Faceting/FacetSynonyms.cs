namespace CsDashboard.Search.Faceting;

/// <summary>Words that stand for others, by the folded word that is asked for; each of the others is found as it is written.</summary>
public sealed class FacetSynonyms(IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> others)
{
    public static readonly FacetSynonyms None = new(new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>());

    /// <summary>Other ways to say it, each of one or more words that must all be there.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Of(string word) => others.GetValueOrDefault(word, []);
}
