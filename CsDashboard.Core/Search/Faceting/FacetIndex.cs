namespace CsDashboard.Search.Faceting;

/// <summary>
/// An index of things, never changed: what changes makes another one, so that each answer is wholly of one moment. It consists of a large
/// part and a small one with what has changed since, of which the large one hides its own.
/// </summary>
public sealed class FacetIndex
{
    private readonly FacetPart large,
        small;
    private readonly ulong[] there;
    private readonly IReadOnlyDictionary<Guid, FacetDoc> changed;

    public FacetSchema Schema { get; }

    /// <summary>How many things it has.</summary>
    public int Count { get; }

    /// <summary>How many have changed since it was made whole: many are worth making it anew.</summary>
    public int Changed { get; }

    private FacetIndex(FacetPart large, ulong[] there, IReadOnlyDictionary<Guid, FacetDoc> changed, int touched)
    {
        (this.large, this.there, this.changed, Schema) = (large, there, changed, large.Schema);
        small = FacetPart.Of(Schema, changed.Values);
        (Count, Changed) = (Bits.Count(there) + small.Count, touched);
    }

    public static FacetIndex Of(FacetSchema schema, IEnumerable<FacetDoc> docs)
    {
        var part = FacetPart.Of(schema, docs);
        return new(part, Full(part.Count), new Dictionary<Guid, FacetDoc>(), 0);
    }

    /// <summary>The same with these as they are now, and without those that are gone.</summary>
    public FacetIndex With(IReadOnlyCollection<FacetDoc> docs, IReadOnlyCollection<Guid> gone)
    {
        if (docs.Count + gone.Count == 0)
            return this;
        var (left, after) = ((ulong[])there.Clone(), new Dictionary<Guid, FacetDoc>(changed));
        foreach (var id in gone.Concat(docs.Select(d => d.Id)))
        {
            after.Remove(id);
            if (large.OrdinalOf(id) is var at and >= 0)
                Bits.Remove(left, at);
        }
        foreach (var doc in docs)
            after[doc.Id] = doc;
        return new(large, left, after, Changed + docs.Count + gone.Count);
    }

    public FacetResult Find(FacetQuery query)
    {
        var terms = Terms(query);
        FacetSearch[] searches = [new(large, there, query, terms), new(small, Full(small.Count), query, terms)];
        return FacetAnswer.Of(query, searches, terms.Any(t => t.IsCorrected) ? Corrected(terms, searches) : null);
    }

    /// <summary>
    /// Names that go with what has been typed so far, the best first and each once: what is called so before what is made by such a one.
    /// </summary>
    public IReadOnlyList<string> Suggest(FacetQuery query, int label)
    {
        var (names, take) = (new List<string>(query.Take), query.Take);
        foreach (var hit in Find(query with { Take = take * 4, Exact = true }).Hits)
            if (names.Count < take && LabelOf(hit.Id, label) is { Length: > 0 } name && !names.Contains(name))
                names.Add(name);
        return names;
    }

    /// <summary>Why one is found by a query: a line for each word. Empty when it isn't, or nothing was asked for.</summary>
    public IReadOnlyList<FacetMatch> Explain(FacetQuery query, Guid id)
    {
        var terms = Terms(query);
        var (part, alive) = changed.ContainsKey(id) ? (small, Full(small.Count)) : (large, there);
        return part.OrdinalOf(id) is var at and >= 0 && Bits.Has(alive, at) ? new FacetSearch(part, alive, query, terms).Explain(at) : [];
    }

    private string LabelOf(Guid id, int label)
    {
        var part = changed.ContainsKey(id) ? small : large;
        return part.LabelOf(part.OrdinalOf(id), label);
    }

    // What nobody has as it was typed is looked for with typing errors; whether anybody has it, both parts say together.
    private IReadOnlyList<FacetTerm> Terms(FacetQuery query)
    {
        var terms = new List<FacetTerm>();
        foreach (var word in FacetWords.Asked(query.Text))
        {
            var term = new FacetTerm(word, query.Synonyms.Of(word));
            if (!query.Exact && FacetWords.ErrorsIn(word) is > 0 and var most && !IsThere(term, query))
                term = term with { Errors = most };
            terms.Add(term);
        }
        return terms;
    }

    private bool IsThere(FacetTerm term, FacetQuery query) =>
        FacetSearch.IsThere(large, there, query, term) || FacetSearch.IsThere(small, Full(small.Count), query, term);

    private static string? Corrected(IReadOnlyList<FacetTerm> terms, FacetSearch[] searches)
    {
        var words = terms.Select(t =>
            t.IsCorrected
                ? searches.Select(s => s.Likest(t)).Max() is var best && best.Word is { } word
                    ? word
                    : null
                : t.Word
        );
        return words.Contains(null) ? null : string.Join(' ', words);
    }

    private static ulong[] Full(int count)
    {
        var set = Bits.Of(count);
        Array.Fill(set, ulong.MaxValue);
        if ((count & 63) != 0)
            set[^1] = (1UL << (count & 63)) - 1;
        return set;
    }
}
