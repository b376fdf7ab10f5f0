namespace CsDashboard.Search.Faceting;

/// <summary>
/// What things of a kind have: fields of words, groups of values that are counted, columns of numbers to narrow and sort by.
/// </summary>
public sealed record FacetSchema(IReadOnlyList<FacetField> Fields, IReadOnlyList<string> Groups, IReadOnlyList<string> Columns)
{
    internal int GroupOf(string name) => IndexOf(Groups, name);

    internal int ColumnOf(string name) => IndexOf(Columns, name);

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i;
        throw new ArgumentOutOfRangeException(nameof(name), name, "The schema has no such group or column.");
    }
}
