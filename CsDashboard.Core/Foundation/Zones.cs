using System.Globalization;
using System.Text.RegularExpressions;

namespace CsDashboard.Foundation;

public static partial class Zones
{
    /// <summary>The zone of an IANA name; UTC for none and for one that this machine doesn't know.</summary>
    public static TimeZoneInfo Of(string? name) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The instant at which a clock in the zone shows this. A time that the clocks skip is taken an hour later.</summary>
    public static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>
    /// The IANA name of what people and programs write for a zone: that name itself, the one of Windows (Arab Standard Time), a city in
    /// English or Arabic, with an offset before it or without ((GMT+03:00) Riyadh). An offset alone is a zone only together with a country
    /// that has one with it. Null for anything else.
    /// </summary>
    public static string? Read(string? text, Country? country = null)
    {
        var word = Lines.Clean(text) ?? "";
        if (word.Length is 0 or > 100 || !TextAttribute.CanBeStored(word))
            return null;
        if (Offset().Match(word) is { Success: true, Groups: var parts })
        {
            foreach (
                var city in parts["rest"]
                    .Value.Split([',', '،', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
                if (Named(city, country) is { } zone)
                    return zone;
            var offset = TimeSpan.FromHours(Number(parts["hours"].Value)) + TimeSpan.FromMinutes(Number(parts["minutes"].Value));
            if (parts["sign"].Value is "-" or "−")
                offset = -offset;
            return country?.Zones.FirstOrDefault(zone => Of(zone).BaseUtcOffset == offset);
        }
        return Named(word, country);
    }

    private static string? Named(string word, Country? country)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(word, out var zone))
            return Countries.ZoneOfCity(word);
        return TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, country?.Code, out var iana) && iana != "Etc/UTC" ? iana : zone.Id;
    }

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        @"^\(?\s*(?:UTC|GMT)?\s*(?<sign>[+\-−])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?\s*\)?\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Offset();
}
