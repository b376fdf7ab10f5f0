using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>A part of a list and, when there is more, the cursor to ask for the next part with.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>Takes rows with one more than a page has: gives the page, and the place of its last row if there was one more.</summary>
    internal static Page<T> Of<T>(IReadOnlyList<T> rows, int size, Func<T, Cursor> placeOf) =>
        rows.Count > size ? new([.. rows.Take(size)], placeOf(rows[size - 1]).ToString()) : new(rows, null);
}
