namespace CsDashboard.Search.Faceting;

/// <summary>Rows of ordinals one behind another: those of row i lie from Starts[i] to Starts[i + 1].</summary>
internal readonly record struct Groups(int[] Starts, int[] Items)
{
    public ReadOnlySpan<int> this[int row] => Items.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    public int Length(int row) => Starts[row + 1] - Starts[row];

    /// <summary>Of pairs (row, item) that come in the order of their items.</summary>
    public static Groups Of(int rows, IReadOnlyList<(int Row, int Item)> pairs)
    {
        var starts = new int[rows + 1];
        foreach (var (row, _) in pairs)
            starts[row + 1]++;
        for (var i = 0; i < rows; i++)
            starts[i + 1] += starts[i];
        var (items, next) = (new int[pairs.Count], starts.AsSpan(0, rows).ToArray());
        foreach (var (row, item) in pairs)
            items[next[row]++] = item;
        return new(starts, items);
    }
}
