namespace CsDashboard.Search.Faceting;

/// <summary>The values of a group in a part: who has which, both ways, and as bits where many have it.</summary>
internal sealed class FacetGroup
{
    private readonly Dictionary<string, int> places;
    private readonly string[] values;
    private readonly Groups having,
        of;
    private readonly ulong[]?[] bits;
    private readonly int sparse,
        dense,
        words;

    private FacetGroup(string[] values, Dictionary<string, int> places, Groups having, Groups of, int count, int share)
    {
        (this.values, this.places, this.having, this.of) = (values, places, having, of);
        words = (count + 63) >> 6;
        bits = new ulong[values.Length][];
        for (var value = 0; value < values.Length; value++)
            if (having.Length(value) > count / share)
            {
                Bits.Take(bits[value] = Bits.Of(count), having[value]);
                dense++;
            }
            else
                sparse += having.Length(value);
    }

    public static FacetGroup Of(IReadOnlyList<FacetDoc> docs, int group, int share)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var (having, of) = (new List<(int, int)>(), new List<(int, int)>());
        for (var at = 0; at < docs.Count; at++)
            foreach (var value in docs[at].Values[group])
            {
                if (!known.TryGetValue(value, out var place))
                    known[value] = place = known.Count;
                having.Add((place, at));
                of.Add((at, place));
            }
        string[] names = [.. known.OrderBy(p => p.Value).Select(p => p.Key)];
        return new(names, known, Groups.Of(names.Length, having), Groups.Of(docs.Count, of), docs.Count, share);
    }

    /// <summary>Who has one of these values.</summary>
    public ulong[] Any(IReadOnlyCollection<string> anyOf)
    {
        var found = new ulong[words];
        foreach (var value in anyOf)
            if (places.TryGetValue(value, out var place))
                Bits.Take(found, having[place]);
        return found;
    }

    /// <summary>Adds up how many of the set, which has so many, have which value.</summary>
    public void Count(ulong[] set, int size, Dictionary<string, int> counts)
    {
        if (values.Length == 0 || size == 0)
            return;
        var found = new int[values.Length];
        if ((long)size * of.Items.Length / Math.Max(of.Starts.Length - 1, 1) < sparse + (long)dense * words)
            foreach (var at in Bits.All(set))
            foreach (var place in of[at])
                found[place]++;
        else
            for (var place = 0; place < found.Length; place++)
                found[place] = bits[place] is { } known ? Bits.CountBoth(set, known) : Among(set, having[place]);
        for (var place = 0; place < found.Length; place++)
            if (found[place] > 0)
                counts[values[place]] = counts.GetValueOrDefault(values[place]) + found[place];
    }

    private static int Among(ulong[] set, ReadOnlySpan<int> ordinals)
    {
        var count = 0;
        foreach (var at in ordinals)
            count += Bits.Has(set, at) ? 1 : 0;
        return count;
    }
}
