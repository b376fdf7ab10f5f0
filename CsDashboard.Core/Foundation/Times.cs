using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsDashboard.Foundation;

/// <summary>
/// The one way in which times that other programs and files wrote are read: ISO 8601, year first, with nothing guessed. Without
/// a zone a time is UTC, wherever the server stands.
/// </summary>
public static class Times
{
    private const int Longest = 40;

    /// <summary>How far ahead of ours a reporter's clock may be, wrong time zones included.</summary>
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

    /// <summary>An ISO 8601 time: 2024-01-05, 2024-01-05T17:00, 2024-01-05 17:00:00.123+03:00. Given back in UTC.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time) => TryRead(text, "-", out time, out _);

    /// <summary>The same with other separators than a hyphen between year, month and day, and whether the text names a zone.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, ReadOnlySpan<char> signs, out DateTimeOffset time, out bool hasZone)
    {
        (time, hasZone) = (default, false);
        if (text.Length is < 10 or > Longest || !TryDay(text[..10], signs, out var day))
            return false;
        var rest = text[10..];
        var ticks = 0L;
        // A blank may stand before the hour, or before the zone of a day alone.
        if (rest.Length > 1 && rest[0] is 'T' or 't' or ' ' && char.IsAsciiDigit(rest[1]))
        {
            rest = rest[1..];
            if (!TryClock(ref rest, out ticks))
                return false;
        }
        if (!TryZone(rest.TrimStart(' '), out var offset, out hasZone))
            return false;
        var utc = day.Ticks + ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return false;
        time = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    /// <summary>A time in an address or a form; null for nothing. Invalid for the field, saying how times are written.</summary>
    public static DateTimeOffset? Given(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : TryRead(text.AsSpan().Trim(), out var time) ? time
        : throw Refusal.Invalid(field, Words.Of("Time_Bad"));

    /// <summary>The time itself; Invalid for the field when it is later than this.</summary>
    public static DateTimeOffset NotAfter(this DateTimeOffset time, DateTimeOffset latest, string field) =>
        time <= latest
            ? time
            : throw Refusal.Invalid(field, Words.Of("Time_TooFar", latest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static bool TryDay(ReadOnlySpan<char> text, ReadOnlySpan<char> signs, out DateTime day)
    {
        day = default;
        if (!TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..], out var date))
            return false;
        if (
            text[4] != text[7]
            || !signs.Contains(text[4])
            || year < 1
            || month is < 1 or > 12
            || date < 1
            || date > DateTime.DaysInMonth(year, month)
        )
            return false;
        day = new DateTime(year, month, date);
        return true;
    }

    private static bool TryClock(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (
            text.Length < 5
            || text[2] != ':'
            || !TryNumber(text[..2], out var hour)
            || !TryNumber(text[3..5], out var minute)
            || hour > 23
            || minute > 59
        )
            return false;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        text = text[5..];
        if (text.Length == 0 || text[0] != ':')
            return true;
        if (text.Length < 3 || !TryNumber(text[1..3], out var second) || second > 59)
            return false;
        ticks += second * TimeSpan.TicksPerSecond;
        text = text[3..];
        if (text.Length == 0 || text[0] is not ('.' or ','))
            return true;
        text = text[1..];
        var (digits, unit) = (0, TimeSpan.TicksPerSecond);
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
            ticks += (text[digits] - '0') * (unit /= 10);
        text = text[digits..];
        return digits > 0;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out TimeSpan offset, out bool isGiven)
    {
        (offset, isGiven) = (TimeSpan.Zero, text.Length > 0);
        if (!isGiven || text is "Z" or "z" or "UTC" or "GMT")
            return true;
        if (text[0] is not ('+' or '-') || text.Length is not (3 or 5 or 6) || text.Length == 6 && text[3] != ':')
            return false;
        if (!TryNumber(text[1..3], out var hours) || hours > 14)
            return false;
        var minutes = 0;
        if (text.Length > 3 && (!TryNumber(text[^2..], out minutes) || minutes > 59))
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
