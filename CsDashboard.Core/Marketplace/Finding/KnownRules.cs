using CsDashboard.Search.Faceting;

namespace CsDashboard.Marketplace.Finding;

/// <summary>The rules of a company as every search uses them.</summary>
internal sealed class KnownRules
{
    private readonly Dictionary<string, ShopPin> pins;

    public FacetSynonyms Synonyms { get; }

    public KnownRules(IReadOnlyList<ShopSynonym> synonyms, IReadOnlyList<ShopPin> pins)
    {
        this.pins = pins.ToDictionary(p => p.Words);
        var others = new Dictionary<string, List<IReadOnlyList<string>>>();
        foreach (var synonym in synonyms)
        {
            var said = synonym.Others.Split(", ").Prepend(synonym.Word).Select(Split).ToList();
            for (var i = 0; i < (synonym.IsOneWay ? 1 : said.Count); i++)
                // Several words are found by one, and don't stand for it: each of them means something else.
                if (said[i] is [var word])
                {
                    if (!others.TryGetValue(word, out var known))
                        others[word] = known = [];
                    known.AddRange(said.Where((_, other) => other != i));
                }
        }
        Synonyms = new(others.ToDictionary(o => o.Key, o => (IReadOnlyList<IReadOnlyList<string>>)o.Value));
    }

    public IReadOnlyList<Guid> PinnedFor(string? text, DateTimeOffset now) =>
        pins.Count > 0 && pins.TryGetValue(ShopPin.KeyOf(text ?? ""), out var pin) && pin.Holds(now) ? pin.Products : [];

    private static IReadOnlyList<string> Split(string said) => [.. Folding.Words(said).Select(w => w.Text)];
}
