namespace CsDashboard.Search.Faceting;

/// <summary>Puts together what was found in the parts: counts are added up, and the page is that of all.</summary>
internal static class FacetAnswer
{
    public static FacetResult Of(FacetQuery query, FacetSearch[] searches, string? corrected)
    {
        var narrowed = searches.Select(s => new Narrowed(s, query)).ToArray();
        var (within, beside) = (Counts(query, narrowed, own: true), Counts(query, narrowed, own: false));
        return new(narrowed.Sum(n => n.Total), Page(query, narrowed))
        {
            Within = within,
            Beside = beside,
            Bounds = BoundsOf(query, narrowed),
            Corrected = corrected,
        };
    }

    private static Dictionary<string, IReadOnlyList<FacetCount>> Counts(FacetQuery query, Narrowed[] parts, bool own)
    {
        var counts = new Dictionary<string, IReadOnlyList<FacetCount>>(query.Counted.Count);
        foreach (var group in query.Counted)
        {
            var sum = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var part in parts)
            {
                var (set, size) = own ? (part.Set, part.Total) : part.Without(group);
                part.Search.Part.Values[part.Search.Part.Schema.GroupOf(group)].Count(set, size, sum);
            }
            FacetCount[] all = [.. sum.Select(c => new FacetCount(c.Key, c.Value))];
            Array.Sort(all, (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Value, b.Value));
            counts[group] = all;
        }
        return counts;
    }

    private static (long, long)? BoundsOf(FacetQuery query, Narrowed[] parts)
    {
        if (query.Bounded is not { } column)
            return null;
        (long Least, long Most)? bounds = null;
        foreach (var part in parts)
        {
            var (set, index) = (part.Without(column).Set, part.Search.Part.Schema.ColumnOf(column));
            var order = part.Search.Part.By(index, down: false);
            var (from, to) = (0, order.Length - 1);
            while (from <= to && !Bits.Has(set, order[from]))
                from++;
            while (to >= from && !Bits.Has(set, order[to]))
                to--;
            if (from > to)
                continue;
            var (least, most) = (part.Search.Part.Columns[index][order[from]], part.Search.Part.Columns[index][order[to]]);
            bounds = bounds is { } known ? (Math.Min(known.Least, least), Math.Max(known.Most, most)) : (least, most);
        }
        return bounds;
    }

    // Those that are pinned come first; then the best of each part, put into one row.
    private static List<FacetHit> Page(FacetQuery query, Narrowed[] parts)
    {
        var pinned = new List<FacetHit>();
        foreach (var id in query.Pinned.Distinct())
        foreach (var part in parts)
            if (part.Pin(id) is { } hit)
                pinned.Add(hit);
        var (skip, end) = (Math.Max(query.Skip - pinned.Count, 0), query.Skip + query.Take - pinned.Count);
        var hits = new List<FacetHit>(query.Take);
        hits.AddRange(pinned.Skip(query.Skip).Take(query.Take));
        if (end <= 0)
            return hits;
        var order = new FacetOrder(query);
        var rows = parts.Select(p => order.Best(p.Search, p.Rest, end)).Where(r => r.Count > 0).ToList();
        var best = rows.Count == 1 ? rows[0] : [.. rows.SelectMany(r => r).Order(order)];
        foreach (var place in best.Skip(skip).Take(query.Take - hits.Count))
            hits.Add(new(place.Search.Part.Ids[place.At], place.Search.WorthOf(place.At) / Math.Max(place.Search.Terms, 1)));
        return hits;
    }
}
