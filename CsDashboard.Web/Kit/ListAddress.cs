using System.Globalization;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.WebUtilities;

namespace CsDashboard.Web.Kit;

/// <summary>Where a list stands: its filters, order, part and columns, all of them in the query, without what is usual.</summary>
public sealed record ListAddress(string Path)
{
    /// <summary>Which of several lists of the page it is; no filter, so that clearing those keeps it.</summary>
    public string? View { get; init; }

    /// <summary>What the address calls <see cref="View"/>.</summary>
    public string ViewName { get; init; } = "view";

    /// <summary>By name, in the order of the address; those without a value are not in it.</summary>
    public IReadOnlyList<(string Name, string? Value)> Filters { get; init; } = [];

    /// <summary>The order where none is named: a word of the list's own, with a minus before it from the last to the first.</summary>
    public required string Usual { get; init; }

    /// <summary>The order as the address names it.</summary>
    public string? Sort { get; init; }
    public int Skip { get; init; }

    /// <summary>Keys of the columns that are shown, separated by commas; none shows the usual ones.</summary>
    public string? Columns { get; init; }

    public string? this[string filter] => Filters.FirstOrDefault(f => f.Name == filter).Value is { Length: > 0 } value ? value : null;

    public bool IsNarrowed => Filters.Any(f => !string.IsNullOrEmpty(f.Value));
    public string SortedBy => (Sort ?? Usual).TrimStart('-');
    public bool Down => (Sort ?? Usual) is ['-', ..];
    public ListPlace Place =>
        new()
        {
            Sort = SortedBy,
            Down = Down,
            Skip = Skip,
        };

    public string Href =>
        Paths.With(
            Path,
            [
                (ViewName, View),
                .. Filters,
                ("sort", Sort == Usual ? null : Sort),
                ("skip", Skip == 0 ? null : Skip.ToString(CultureInfo.InvariantCulture)),
                ("columns", Columns),
            ]
        );

    /// <summary>With another value of a filter, from the beginning.</summary>
    public ListAddress With(string filter, string? value) =>
        this with
        {
            Filters = [.. Filters.Select(f => f.Name == filter ? (f.Name, value) : f)],
            Skip = 0,
        };

    public ListAddress Cleared() => this with { Filters = [], Skip = 0 };

    /// <summary>The same rows in the same order, as a file.</summary>
    public string ExportHref(string path) => (this with { Path = path, Skip = 0, Columns = null }).Href;

    /// <summary>The same in another of the page's lists, which the address calls so.</summary>
    public ListAddress In(string name, string? view) => this with { ViewName = name, View = view };

    /// <summary>Read from a query, with these filters; a malformed place is the beginning.</summary>
    public static ListAddress Of(string path, string? query, string usual, params ReadOnlySpan<string> filters)
    {
        var pairs = QueryHelpers.ParseQuery(query);
        string? One(string name) => pairs.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0]) ? value[0] : null;
        var all = new List<(string, string?)>();
        foreach (var filter in filters)
            all.Add((filter, One(filter)));
        return new ListAddress(path)
        {
            Usual = usual,
            View = One("view"),
            Filters = all,
            Sort = One("sort"),
            Skip = int.TryParse(One("skip"), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0,
            Columns = One("columns"),
        };
    }
}
