namespace CsDashboard.Search.Faceting;

/// <summary>The order of a query: what is last last, then by worth or by a column, then by rank, then by id.</summary>
internal sealed class FacetOrder(FacetQuery query) : IComparer<FacetPlace>
{
    // Beyond so many the whole order of a column is walked; fewer are sorted.
    private const int Few = 4_096;

    private const int MaxWorth = 8_192;

    /// <summary>The first so many of a set, in order.</summary>
    public IReadOnlyList<FacetPlace> Best(FacetSearch search, ulong[] set, int most)
    {
        var count = Bits.Count(set);
        var isSorted = query.Sort is not null || query.ByLabel is not null;
        if (isSorted && count > Few)
            return Walk(
                search,
                set,
                query.ByLabel is { } label
                    ? search.Part.ByLabel(label, query.Down)
                    : search.Part.By(search.Part.Schema.ColumnOf(query.Sort!), query.Down),
                most
            );
        if (!isSorted && count > most)
            return Worthiest(search, set, most);
        var all = new List<FacetPlace>(count);
        foreach (var at in Bits.All(set))
            all.Add(new(search, at));
        all.Sort(this);
        return all.Count > most ? all.GetRange(0, most) : all;
    }

    public int Compare(FacetPlace one, FacetPlace other)
    {
        if (query.LastLast && IsLast(one) != IsLast(other))
            return IsLast(one) ? 1 : -1;
        if (query.ByLabel is { } label)
        {
            if (FacetPart.Compare(one.Search.Part.LabelOf(one.At, label), other.Search.Part.LabelOf(other.At, label)) is not 0 and var less)
                return query.Down ? -less : less;
        }
        else if (query.Sort is { } column)
        {
            var c = one.Search.Part.Schema.ColumnOf(column);
            var (a, b) = (one.Search.Part.Columns[c][one.At], other.Search.Part.Columns[c][other.At]);
            if (a != b)
                return query.Down ? b.CompareTo(a) : a.CompareTo(b);
        }
        else if (one.Search.WorthOf(one.At) - other.Search.WorthOf(other.At) is not 0 and var more)
            return -more;
        var ranks = other.Search.Part.RankOf(other.At).CompareTo(one.Search.Part.RankOf(one.At));
        return ranks != 0 ? ranks : one.Search.Part.Ids[one.At].CompareTo(other.Search.Part.Ids[other.At]);
    }

    private static bool IsLast(FacetPlace place) => Bits.Has(place.Search.Part.Last, place.At);

    private List<FacetPlace> Walk(FacetSearch search, ulong[] set, int[] order, int most)
    {
        var found = new List<FacetPlace>(most);
        foreach (var last in query.LastLast ? [false, true] : new bool?[] { null })
        foreach (var at in order)
        {
            if (found.Count == most)
                return found;
            if (Bits.Has(set, at) && (last is null || Bits.Has(search.Part.Last, at) == last))
                found.Add(new(search, at));
        }
        return found;
    }

    // How many are worth how much says from which worth on the page is made; among equals the first bits are the best.
    private List<FacetPlace> Worthiest(FacetSearch search, ulong[] set, int most)
    {
        var tiers = new int[2 * MaxWorth];
        foreach (var at in Bits.All(set))
            tiers[TierOf(search, at)]++;
        var (tier, above) = (tiers.Length - 1, 0);
        while (above + tiers[tier] < most)
            above += tiers[tier--];
        var (found, equals) = (new List<FacetPlace>(most), most - above);
        foreach (var at in Bits.All(set))
        {
            var own = TierOf(search, at);
            if (own > tier || own == tier && equals-- > 0)
                found.Add(new(search, at));
            if (found.Count == most)
                break;
        }
        found.Sort(this);
        return found;
    }

    private int TierOf(FacetSearch search, int at) =>
        Math.Min(search.WorthOf(at), MaxWorth - 1) + (query.LastLast && !Bits.Has(search.Part.Last, at) ? MaxWorth : 0);
}
