namespace CsDashboard.Search.Faceting;

/// <summary>What of a part is left by the filters: all of them, and all but those of one group.</summary>
internal sealed class Narrowed
{
    private readonly List<(string Group, ulong[] Kept)> filters = [];
    private readonly Dictionary<string, (ulong[] Set, int Size)> without = [];
    private ulong[]? rest;

    public FacetSearch Search { get; }
    public ulong[] Set { get; }
    public int Total { get; }

    /// <summary>Without those that are pinned.</summary>
    public ulong[] Rest => rest ?? Set;

    public Narrowed(FacetSearch search, FacetQuery query)
    {
        Search = search;
        foreach (var filter in query.Filters)
            filters.Add((filter.Group, KeptBy(search.Part, filter)));
        Set = All(null);
        Total = Bits.Count(Set);
    }

    /// <summary>Without the filters of a group.</summary>
    public (ulong[] Set, int Size) Without(string group)
    {
        if (!filters.Exists(f => f.Group == group))
            return (Set, Total);
        if (!without.TryGetValue(group, out var known))
        {
            var set = All(group);
            without[group] = known = (set, Bits.Count(set));
        }
        return known;
    }

    /// <summary>Takes one to the front; null when it isn't there.</summary>
    public FacetHit? Pin(Guid id)
    {
        if (Search.Part.OrdinalOf(id) is not (var at and >= 0) || !Bits.Has(Set, at))
            return null;
        rest ??= (ulong[])Set.Clone();
        Bits.Remove(rest, at);
        return new(id, Search.WorthOf(at) / Math.Max(Search.Terms, 1), IsPinned: true);
    }

    private ulong[] All(string? but)
    {
        var set = (ulong[])Search.Found.Clone();
        foreach (var (group, kept) in filters)
            if (group != but)
                Bits.Keep(set, kept);
        return set;
    }

    private static ulong[] KeptBy(FacetPart part, FacetFilter filter)
    {
        switch (filter)
        {
            case ValueFilter value:
                return part.Values[part.Schema.GroupOf(value.Values ?? value.Group)].Any(value.AnyOf);
            case RangeFilter range:
                var (kept, column) = (Bits.Of(part.Count), part.Columns[part.Schema.ColumnOf(range.Column)]);
                var (least, most) = (range.From ?? long.MinValue, range.To ?? long.MaxValue);
                for (var at = 0; at < column.Length; at++)
                    if (column[at] >= least && column[at] <= most)
                        kept[at >> 6] |= 1UL << at;
                return kept;
            default:
                throw new ArgumentOutOfRangeException(nameof(filter), filter, "No such filter.");
        }
    }
}
