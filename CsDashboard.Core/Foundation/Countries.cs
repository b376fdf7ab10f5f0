using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// The countries of ISO 3166 and the words for them in English and Arabic (Countries.txt: two letters, three letters, English,
/// Arabic, zones), and the names by which people call time zones.
/// </summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> Named;
    private static readonly FrozenDictionary<string, string> OfZones;
    private static readonly FrozenDictionary<string, string> Cities;

    // Cities that give no zone of the IANA list its name.
    private const string MoreCities = """
        Asia/Riyadh: jeddah, jidda, mecca, makkah, medina, madinah, dammam, khobar, الرياض, جدة, مكة, المدينة المنورة, الدمام, الخبر
        Asia/Dubai: abu dhabi, sharjah, دبي, أبوظبي, الشارقة
        Asia/Qatar: doha, الدوحة, قطر
        Asia/Bahrain: manama, المنامة, البحرين
        Asia/Kuwait: kuwait city, الكويت
        Asia/Muscat: مسقط
        Asia/Amman: عمّان
        Asia/Beirut: بيروت
        Asia/Damascus: دمشق
        Asia/Baghdad: بغداد
        Asia/Jerusalem: القدس
        Asia/Gaza: غزة
        Asia/Aden: sanaa, sana'a, صنعاء, عدن
        Africa/Cairo: alexandria, القاهرة, الإسكندرية
        Africa/Khartoum: الخرطوم
        Africa/Tripoli: طرابلس
        Africa/Tunis: تونس
        Africa/Algiers: الجزائر
        Africa/Casablanca: rabat, الدار البيضاء, الرباط
        Europe/Istanbul: ankara, إسطنبول, أنقرة
        Europe/London: edinburgh, لندن
        Europe/Paris: باريس
        Europe/Berlin: munich, hamburg, frankfurt, bonn, برلين
        Europe/Zurich: geneva, bern
        Europe/Rome: milan
        Europe/Madrid: barcelona
        Asia/Kolkata: mumbai, new delhi, delhi, chennai, bangalore, bengaluru
        Asia/Karachi: islamabad, lahore
        Asia/Shanghai: beijing
        Asia/Tokyo: osaka
        Asia/Ho_Chi_Minh: hanoi
        America/New_York: washington, boston, miami, نيويورك
        America/Chicago: houston, dallas
        America/Los_Angeles: san francisco, seattle
        Australia/Sydney: canberra
        """;

    static Countries()
    {
        var (words, zones, cities) = (
            new Dictionary<string, Country>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        using var lines = new StreamReader(typeof(Countries).Assembly.GetManifestResourceStream("CsDashboard.Foundation.Countries.txt")!);
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split('|');
            var country = new Country(
                parts[0],
                parts[2].Split(';')[0],
                parts[3].Split(';')[0],
                parts[4].Split(',', StringSplitOptions.RemoveEmptyEntries)
            );
            // Codes take precedence over names, and the first country of a name over the second.
            words[Key(parts[0])] = country;
            foreach (var word in new[] { parts[1] }.Concat(parts[2].Split(';')).Concat(parts[3].Split(';')))
                words.TryAdd(Key(word), country);
            foreach (var zone in country.Zones)
            {
                zones.TryAdd(zone, country.Code);
                cities.TryAdd(Key(zone[(zone.LastIndexOf('/') + 1)..]), zone);
            }
        }
        foreach (var line in MoreCities.Split('\n'))
        {
            var parts = line.Split(": ");
            foreach (var city in parts[1].Split(','))
                cities.TryAdd(Key(city), parts[0]);
        }
        (Named, OfZones, Cities) = (words.ToFrozenDictionary(), zones.ToFrozenDictionary(), cities.ToFrozenDictionary());
    }

    /// <summary>All of them, for people of a language ("en", "ar") to choose from.</summary>
    public static IReadOnlyList<Country> By(string language) =>
        [
            .. Named
                .Values.Distinct()
                .OrderBy(c => c.NameIn(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)),
        ];

    /// <summary>The country that a code or a name in English or Arabic means; null for anything else.</summary>
    public static Country? Of(string? word) =>
        word is { Length: > 0 and <= 100 } && Named.TryGetValue(Key(word), out var country) ? country : null;

    /// <summary>The two letters of the country in which a time zone lies; null for UTC and its like.</summary>
    public static string? OfZone(string? zone) => zone is not null && OfZones.TryGetValue(zone, out var code) ? code : null;

    /// <summary>The IANA name of the zone that people call by a city in it; null for anything else.</summary>
    internal static string? ZoneOfCity(string city) => Cities.GetValueOrDefault(Key(city));

    private static string Key(string word) => TextAttribute.CanBeStored(word) ? Folding.Letters(word) : "";
}
