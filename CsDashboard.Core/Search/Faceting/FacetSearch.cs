using System.Buffers;

namespace CsDashboard.Search.Faceting;

/// <summary>
/// A query in one part: what has all the words, and what each is worth. The best field wins for a word (contract: market, Search), the
/// words' worths are added.
/// </summary>
internal sealed class FacetSearch
{
    // Hundredths of a weight: what it costs to be found otherwise than as asked, and in a field of another language.
    public const int ForPrefix = 10,
        ForSynonym = 20,
        ForError = 50,
        ForFurther = 10,
        ForLanguage = 5;

    private readonly FacetQuery query;
    private readonly IReadOnlyList<FacetTerm> terms;
    private readonly ushort[]? worths;

    public FacetPart Part { get; }

    /// <summary>What has the words, or is pinned, before any filter.</summary>
    public ulong[] Found { get; }

    public FacetSearch(FacetPart part, ulong[] there, FacetQuery query, IReadOnlyList<FacetTerm> terms)
    {
        (Part, this.query, this.terms) = (part, query, terms);
        Found = (ulong[])there.Clone();
        if (terms.Count > 0)
            worths = Weigh(Found);
        foreach (var id in query.Pinned)
            if (part.OrdinalOf(id) is var at and >= 0 && Bits.Has(there, at))
                Bits.Add(Found, at);
    }

    /// <summary>The sum over the words; 0 where none was asked for.</summary>
    public int WorthOf(int at) => worths?[at] ?? 0;

    public int Terms => terms.Count;

    /// <summary>Whether anything that is there has the word, its beginning or a synonym.</summary>
    public static bool IsThere(FacetPart part, ulong[] there, FacetQuery query, FacetTerm term)
    {
        var (from, to) = part.Words.Beginning(term.Word);
        for (var field = 0; field < part.Postings.Length; field++)
        {
            if (query.Fields?.Contains(field) == false)
                continue;
            for (var word = from; word < to; word++)
                foreach (var at in part.Postings[field][word])
                    if (Bits.Has(there, at))
                        return true;
            foreach (var other in term.Synonyms)
            foreach (var at in AllOf(part, field, other))
                if (Bits.Has(there, at))
                    return true;
        }
        return false;
    }

    /// <summary>The word of the part that is most like the one asked for and has most: its errors, negative, for comparison.</summary>
    public (int Errors, int Having, string? Word) Likest(FacetTerm term) =>
        Part
            .Words.Like(term.Word, term.Errors)
            .Select(l => (-l.Errors, Having: Part.Postings.Sum(p => Alive(p[l.At])), Word: (string?)Part.Words[l.At]))
            .Where(l => l.Having > 0)
            .DefaultIfEmpty((int.MinValue, 0, null))
            .Max();

    private int Alive(ReadOnlySpan<int> ordinals)
    {
        var count = 0;
        foreach (var at in ordinals)
            count += Bits.Has(Found, at) ? 1 : 0;
        return count;
    }

    public IReadOnlyList<FacetMatch> Explain(int at)
    {
        var matches = new List<FacetMatch>();
        foreach (var term in terms)
        {
            FacetMatch? best = null;
            Each(
                term,
                (field, ordinals, worth, found, way) =>
                {
                    if (worth > (best?.Score ?? 0) && ordinals.BinarySearch(at) >= 0)
                        best = new(term.Word, found, Part.Schema.Fields[field].Name, way, worth);
                }
            );
            if (best is not null)
                matches.Add(best);
        }
        return matches;
    }

    private delegate void Seen(int field, ReadOnlySpan<int> ordinals, int worth, string found, FacetWay way);

    private ushort[] Weigh(ulong[] found)
    {
        var (sums, best) = (new ushort[Part.Count], ArrayPool<ushort>.Shared.Rent(Math.Max(Part.Count, 1)));
        try
        {
            foreach (var term in terms)
            {
                Array.Clear(best, 0, Part.Count);
                var has = Bits.Of(Part.Count);
                Each(
                    term,
                    (_, ordinals, worth, _, _) =>
                    {
                        foreach (var at in ordinals)
                        {
                            Bits.Add(has, at);
                            if (worth > best[at])
                                best[at] = (ushort)worth;
                        }
                    }
                );
                Bits.Keep(found, has);
                foreach (var at in Bits.All(found))
                    sums[at] += best[at];
            }
            return sums;
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(best);
        }
    }

    // Every word by which a term is found, in every field that has it.
    private void Each(FacetTerm term, Seen seen)
    {
        var (from, to) = Part.Words.Beginning(term.Word);
        var like = term.IsCorrected ? Part.Words.Like(term.Word, term.Errors) : [];
        for (var field = 0; field < Part.Postings.Length; field++)
        {
            if (query.Fields?.Contains(field) == false)
                continue;
            var of = Part.Schema.Fields[field];
            var weight = of.Weight - (of.Language is { } language && query.Language is { } own && language != own ? ForLanguage : 0);
            for (var word = from; word < to; word++)
                if (Part.Postings[field].Length(word) > 0)
                {
                    var isWhole = Part.Words[word].Length == term.Word.Length;
                    var way = isWhole ? FacetWay.Exact : FacetWay.Prefix;
                    seen(field, Part.Postings[field][word], weight - (isWhole ? 0 : ForPrefix), Part.Words[word], way);
                }
            foreach (var (word, errors) in like)
                if (Part.Postings[field].Length(word) > 0)
                    seen(
                        field,
                        Part.Postings[field][word],
                        weight - ForError - ForFurther * (errors - 1),
                        Part.Words[word],
                        FacetWay.Corrected
                    );
            foreach (var other in term.Synonyms)
                if (AllOf(Part, field, other) is { Length: > 0 } both)
                    seen(field, both, weight - ForSynonym, string.Join(' ', other), FacetWay.Synonym);
        }
    }

    // What has all these words in one field, each as it is written.
    private static ReadOnlySpan<int> AllOf(FacetPart part, int field, IReadOnlyList<string> words)
    {
        ReadOnlySpan<int> all = default;
        for (var i = 0; i < words.Count; i++)
        {
            if (part.Words.Of(words[i]) is not (var at and >= 0))
                return default;
            var having = part.Postings[field][at];
            all = i == 0 ? having : Both(all, having);
        }
        return all;
    }

    private static int[] Both(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        var both = new List<int>();
        foreach (var at in one)
            if (other.BinarySearch(at) >= 0)
                both.Add(at);
        return [.. both];
    }
}
