using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>A part of a list and, when there is more, the cursor to ask for the next part with.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>Of rows of which one more was asked for than a page has: the page, and the place of its last row if there was one more.</summary>
    internal static Page<T> Of<T>(IReadOnlyList<T> rows, int size, Func<T, Cursor> placeOf) =>
        rows.Count > size ? new([.. rows.Take(size)], placeOf(rows[size - 1]).ToString()) : new(rows, null);
}

/// <summary>A place in a list that is ordered by a time and an id. Opaque to callers.</summary>
public readonly record struct Cursor(DateTimeOffset At, Guid Id)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}.{Id:N}")));

    /// <summary>Null for none; a text that is no cursor is Invalid.</summary>
    public static Cursor? Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            return new Cursor(new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.ParseExact(parts[1], "N"));
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            throw Refusal.Invalid("after", Words.Of("Refused_Cursor"));
        }
    }
}
