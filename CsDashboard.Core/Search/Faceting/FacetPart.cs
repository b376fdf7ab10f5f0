using System.Collections.Concurrent;

namespace CsDashboard.Search.Faceting;

/// <summary>
/// Things in columns, never changed: numbered by their worth, so that the first bits of a set are its best. Of an index there are two, the
/// large one and what has changed since.
/// </summary>
internal sealed class FacetPart
{
    // A set of bits for values that so much of a part has; the others are counted one by one.
    private const int Dense = 32;

    private readonly Dictionary<Guid, int> ordinals;
    private readonly long[] ranks;
    private readonly IReadOnlyList<string>[] labels;
    private readonly Lazy<(int[] Up, int[] Down)>[] orders;
    private readonly ConcurrentDictionary<(int, bool), int[]> named = new();

    public FacetSchema Schema { get; }
    public int Count { get; }
    public Guid[] Ids { get; }
    public Vocabulary Words { get; }

    /// <summary>By field: where each word of the vocabulary is.</summary>
    public Groups[] Postings { get; }
    public FacetGroup[] Values { get; }
    public long[][] Columns { get; }
    public ulong[] Last { get; }

    private FacetPart(FacetSchema schema, List<FacetDoc> docs)
    {
        (Schema, Count) = (schema, docs.Count);
        Ids = [.. docs.Select(d => d.Id)];
        ranks = [.. docs.Select(d => d.Rank)];
        labels = [.. docs.Select(d => d.Labels)];
        ordinals = new(docs.Count);
        Last = Bits.Of(Count);
        for (var at = 0; at < docs.Count; at++)
        {
            ordinals[docs[at].Id] = at;
            if (docs[at].IsLast)
                Bits.Add(Last, at);
        }
        (Words, Postings) = Read(schema, docs);
        Values = [.. schema.Groups.Select((_, g) => FacetGroup.Of(docs, g, Dense))];
        Columns = [.. schema.Columns.Select((_, c) => docs.Select(d => d.Numbers[c]).ToArray())];
        orders =
        [
            .. Columns.Select(column => new Lazy<(int[], int[])>(() =>
                (Order((a, b) => column[a].CompareTo(column[b])), Order((a, b) => column[b].CompareTo(column[a])))
            )),
        ];
    }

    public static FacetPart Of(FacetSchema schema, IEnumerable<FacetDoc> docs) =>
        new(schema, [.. docs.OrderByDescending(d => d.Rank).ThenBy(d => d.Id)]);

    /// <summary>-1 for one that isn't there.</summary>
    public int OrdinalOf(Guid id) => ordinals.GetValueOrDefault(id, -1);

    public long RankOf(int at) => ranks[at];

    /// <summary>What it is called; by its first label where it has none of that place.</summary>
    public string LabelOf(int at, int label) => labels[at] is { Count: > 0 } own ? own[Math.Min(label, own.Count - 1)] : "";

    public static int Compare(string one, string other) => string.Compare(one, other, StringComparison.InvariantCultureIgnoreCase);

    /// <summary>All of them by the number in a column; equals stand by their worth either way.</summary>
    public int[] By(int column, bool down) => down ? orders[column].Value.Down : orders[column].Value.Up;

    private static (Vocabulary, Groups[]) Read(FacetSchema schema, List<FacetDoc> docs)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var doc in docs)
        foreach (var field in doc.Words)
        foreach (var word in field)
            known.TryAdd(word, 0);
        string[] words = [.. known.Keys];
        Array.Sort(words, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            known[words[i]] = i;
        var postings = new Groups[schema.Fields.Count];
        var pairs = new List<(int, int)>();
        for (var field = 0; field < postings.Length; field++)
        {
            pairs.Clear();
            for (var at = 0; at < docs.Count; at++)
                foreach (var word in docs[at].Words[field])
                    pairs.Add((known[word], at));
            postings[field] = Groups.Of(words.Length, pairs);
        }
        return (new(words), postings);
    }

    /// <summary>The same by what they are called.</summary>
    public int[] ByLabel(int label, bool down) =>
        named.GetOrAdd((label, down), _ => Order((a, b) => Compare(LabelOf(a, label), LabelOf(b, label)) * (down ? -1 : 1)));

    private int[] Order(Comparison<int> by)
    {
        int[] all = [.. Enumerable.Range(0, Count)];
        Array.Sort(all, (a, b) => by(a, b) is not 0 and var less ? less : a - b);
        return all;
    }
}
