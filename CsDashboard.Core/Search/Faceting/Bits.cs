using System.Numerics;

namespace CsDashboard.Search.Faceting;

/// <summary>A set of ordinals, a bit each.</summary>
internal static class Bits
{
    public static ulong[] Of(int count) => new ulong[(count + 63) >> 6];

    public static bool Has(ulong[] set, int at) => (set[at >> 6] >> at & 1) != 0;

    public static void Add(ulong[] set, int at) => set[at >> 6] |= 1UL << at;

    public static void Remove(ulong[] set, int at) => set[at >> 6] &= ~(1UL << at);

    public static int Count(ulong[] set)
    {
        var count = 0;
        foreach (var word in set)
            count += BitOperations.PopCount(word);
        return count;
    }

    public static int CountBoth(ulong[] one, ulong[] other)
    {
        var count = 0;
        for (var i = 0; i < one.Length; i++)
            count += BitOperations.PopCount(one[i] & other[i]);
        return count;
    }

    /// <summary>Leaves in the first what is in the other, too.</summary>
    public static void Keep(ulong[] set, ulong[] other)
    {
        for (var i = 0; i < set.Length; i++)
            set[i] &= other[i];
    }

    public static void Take(ulong[] set, ReadOnlySpan<int> ordinals)
    {
        foreach (var at in ordinals)
            Add(set, at);
    }

    public static Each All(ulong[] set) => new(set);

    /// <summary>The ordinals of a set, rising.</summary>
    public struct Each(ulong[] set)
    {
        private int place = -1;
        private ulong left;

        public int Current { get; private set; }

        public readonly Each GetEnumerator() => this;

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (++place >= set.Length)
                    return false;
                left = set[place];
            }
            Current = (place << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
