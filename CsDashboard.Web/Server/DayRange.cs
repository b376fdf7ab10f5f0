using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Server;

/// <summary>Days in an address, which are whole days in the reader's own zone.</summary>
internal static class DayRange
{
    /// <summary>
    /// Midnight at which the day begins, or a number of days later; null for none. Invalid for a malformed day: an unreadable value must
    /// not widen a list.
    /// </summary>
    public static DateTimeOffset? Start(string field, string? text, string timeZone, int add = 0)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        // A figure counts from an instant: the day of its company may begin at another hour than the reader's.
        if (text.Contains('T', StringComparison.Ordinal))
            return Times.Given(text, field);
        if (
            !DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 1900 or > 9000
        )
            throw Refusal.Invalid(field, Words.Of("Refused_Invalid"));
        return Zones.At(day.AddDays(add).ToDateTime(TimeOnly.MinValue), Zones.Of(timeZone));
    }
}
