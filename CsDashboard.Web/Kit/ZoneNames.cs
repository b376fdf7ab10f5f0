using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Kit;

/// <summary>The time zones that somebody may choose, and what they are called.</summary>
internal static class ZoneNames
{
    /// <summary>Those of a place, by name, after UTC itself.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "UTC",
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/')).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>"Asia/Riyadh (UTC+03:00)", as it is now.</summary>
    public static string Of(string zone, DateTimeOffset now) =>
        zone == "UTC" ? zone : $"{zone.Replace('_', ' ')} (UTC{Distance(zone, now)})";

    /// <summary>What somebody means who typed this: a zone's own name, a city in English or Arabic, a country, a distance to UTC.</summary>
    public static IEnumerable<string> Find(string typed, DateTimeOffset now)
    {
        var found = Folding.Narrow(All, typed, zone => Words(zone, now));
        return Zones.Read(typed) is { } meant && All.Contains(meant) ? found.Prepend(meant).Distinct() : found;
    }

    private static string Words(string zone, DateTimeOffset now) =>
        Countries.Of(Countries.OfZone(zone)) is { } country ? $"{Of(zone, now)} {country.English} {country.Arabic}" : Of(zone, now);

    private static string Distance(string zone, DateTimeOffset now)
    {
        var off = Zones.Of(zone).GetUtcOffset(now);
        return (off < TimeSpan.Zero ? "-" : "+") + off.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }
}
