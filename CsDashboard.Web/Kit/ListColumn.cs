using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Kit;

/// <summary>A column of a list (<see cref="ListGrid{T}"/>), by a key that stands in addresses.</summary>
public sealed record ListColumn<T>(string Key, string Title, RenderFragment<T> Cell)
{
    /// <summary>The word of the order in which this column stands; null where the list can't be put into one.</summary>
    public string? Sort { get; init; }

    /// <summary>The first click puts the last on top: for times and amounts.</summary>
    public bool FromLast { get; init; }

    /// <summary>Cannot be taken away: what names the row.</summary>
    public bool Fixed { get; init; }

    /// <summary>Shown until somebody chooses otherwise.</summary>
    public bool Usual { get; init; } = true;

    /// <summary>num for figures, wide-only for what a phone has no room for.</summary>
    public string? Class { get; init; }

    public bool IsSorted(ListAddress address) => address.SortedBy == Sort;

    /// <summary>Sorted by this column; when it is already, the other way round.</summary>
    public string Href(ListAddress address)
    {
        var down = IsSorted(address) ? !address.Down : FromLast;
        return (address with { Sort = down ? "-" + Sort : Sort, Skip = 0 }).Href;
    }

    public bool IsShown(ListAddress address) => Fixed || (address.Columns is { } chosen ? chosen.Split(',').Contains(Key) : Usual);
}
