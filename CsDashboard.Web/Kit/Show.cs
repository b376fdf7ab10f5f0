using System.Globalization;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Kit;

/// <summary>
/// Numbers, sizes and times as a person reads them, by the current culture: in the digits they chose (<see cref="ReaderCulture"/>), else in
/// those of the language. Arabic has the Gregorian calendar, whatever the machine's culture data prefer.
/// </summary>
public static class Show
{
    public static bool IsArabic => Words.IsArabic;

    /// <summary>Whether numbers are written in Arabic digits: by choice, else by the language.</summary>
    public static bool HasArabicDigits => CultureInfo.CurrentUICulture is ReaderCulture chosen ? chosen.HasArabicDigits : IsArabic;

    /// <summary>Digits of a text that was formatted without a culture; separators are left alone.</summary>
    public static string Digits(string text) => HasArabicDigits ? InArabicDigits(text) : text;

    private static string InArabicDigits(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    span[i] = source[i] is >= '0' and <= '9' ? (char)(source[i] - '0' + '\u0660') : source[i];
            }
        );

    public static string Number(long value) => Plain(value.ToString("N0", CultureInfo.InvariantCulture));

    public static string Number(decimal value, int decimals = 2) =>
        Plain(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>A price of a market: traders read them in Latin digits, in both languages, unless they chose otherwise.</summary>
    public static string Price(decimal value, int decimals) =>
        Plain(
            value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            CultureInfo.CurrentUICulture is ReaderCulture { HasArabicDigits: true }
        );

    /// <summary>"5 days", "one point": a number with its noun, which is a key of the texts (Count.…).</summary>
    public static string Count(string noun, long count) => KitTexts.Get("Count." + noun, count);

    /// <summary>For the side of a chart: "950", "2.5K", "1.2M".</summary>
    public static string Short(decimal value)
    {
        var (scaled, unit) = Math.Abs(value) switch
        {
            >= 1_000_000_000 => (value / 1_000_000_000, "Short.B"),
            >= 1_000_000 => (value / 1_000_000, "Short.M"),
            >= 1_000 => (value / 1_000, "Short.K"),
            _ => (value, ""),
        };
        var decimals = Enumerable.Range(0, 3).FirstOrDefault(d => decimal.Round(scaled, d) == scaled, 2);
        return unit.Length == 0 ? Number(scaled, decimals) : KitTexts.Get(unit, Number(scaled, decimals));
    }

    public static string Percent(decimal share, int decimals = 0) => Number(share * 100, decimals) + (HasArabicDigits ? "٪" : "%");

    /// <summary>The name of a language: en or ar.</summary>
    public static string Language(string language) => KitTexts.Get("Language." + language);

    /// <summary>An amount with its currency; whole ones without decimals.</summary>
    public static string Money(decimal amount, Currency currency) =>
        $"{Number(amount, amount == decimal.Truncate(amount) ? 0 : currency.Decimals)} {currency}";

    /// <inheritdoc cref="Money(decimal, Currency)"/>
    public static string Money(Money amount) => Money(amount.Amount, amount.Currency);

    /// <summary>1 KB is 1,024 bytes; one decimal below ten.</summary>
    public static string Bytes(long bytes)
    {
        string[] units = ["B", "KB", "MB", "GB", "TB"];
        var (value, unit) = ((decimal)bytes, 0);
        while (value >= 1024 && unit < units.Length - 1)
            (value, unit) = (value / 1024, unit + 1);
        var decimals = unit > 0 && value < 10 && decimal.Round(value, 1) != decimal.Round(value) ? 1 : 0;
        return KitTexts.Get("Bytes." + units[unit], Number(value, decimals));
    }

    /// <summary>The day that it is then in the zone.</summary>
    public static DateOnly Day(DateTimeOffset at, TimeZoneInfo? zone = null) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).DateTime);

    /// <summary>A day as a format says it: "MMMM yyyy".</summary>
    public static string Day(DateOnly day, string format) =>
        Format(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), null, format);

    public static string Date(DateTimeOffset at, TimeZoneInfo? zone = null) => Format(at, zone, IsArabic ? "d MMMM yyyy" : "d MMM yyyy");

    public static string Time(DateTimeOffset at, TimeZoneInfo? zone = null) => Format(at, zone, "HH:mm");

    public static string DateTime(DateTimeOffset at, TimeZoneInfo? zone = null) =>
        Date(at, zone) + (IsArabic ? "، " : ", ") + Time(at, zone);

    /// <summary>Date, time to the second and the zone: for tooltips and histories.</summary>
    public static string Exact(DateTimeOffset at, TimeZoneInfo? zone = null)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : $"UTC{(local.Offset < TimeSpan.Zero ? "−" : "+")}{local.Offset:hh\\:mm}";
        return Date(at, zone) + (IsArabic ? "، " : ", ") + Format(at, zone, "HH:mm:ss") + " " + Digits(offset);
    }

    /// <summary>"5 minutes ago", "in 2 hours", "just now". js/time.js keeps it fresh with the same words.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = now - at;
        var past = distance >= TimeSpan.Zero;
        var seconds = Math.Abs(distance.TotalSeconds);
        var (unit, count) = seconds switch
        {
            < 45 => ("", 0d),
            < 3_600 => ("minute", seconds / 60),
            < 86_400 => ("hour", seconds / 3_600),
            < 30 * 86_400 => ("day", seconds / 86_400),
            < 365 * 86_400 => ("month", seconds / (30 * 86_400)),
            _ => ("year", seconds / (365 * 86_400)),
        };
        return unit.Length == 0 ? KitTexts.Get("Ago.now") : KitTexts.Get((past ? "Ago." : "In.") + unit, Math.Max(1, (long)count));
    }

    /// <summary>The two largest units: "2h 10m"; Arabic in words.</summary>
    public static string Duration(TimeSpan length)
    {
        length = length.Duration();
        (string Unit, long Count)[] parts =
            length.TotalDays >= 1 ? [("day", (long)length.TotalDays), ("hour", length.Hours)]
            : length.TotalHours >= 1 ? [("hour", length.Hours), ("minute", length.Minutes)]
            : length.TotalMinutes >= 1 ? [("minute", length.Minutes)]
            : [("second", length.Seconds)];
        return string.Join(
            IsArabic ? " و" : " ",
            parts.Where((part, i) => i == 0 || part.Count > 0).Select(part => KitTexts.Get("Length." + part.Unit, part.Count))
        );
    }

    private static string Plain(string invariant) => Plain(invariant, HasArabicDigits);

    // In Arabic a mark of direction keeps the sign before its number.
    private static string Plain(string invariant, bool inArabicDigits) =>
        inArabicDigits ? InArabicDigits(invariant.Replace(',', '٬').Replace('.', '٫').Replace("-", "\u061C-", StringComparison.Ordinal))
        : IsArabic ? invariant.Replace("-", "\u200E-", StringComparison.Ordinal)
        : invariant;

    private static string Format(DateTimeOffset at, TimeZoneInfo? zone, string format)
    {
        var culture = CultureInfo.CurrentUICulture;
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
        {
            culture = (CultureInfo)culture.Clone();
            culture.DateTimeFormat.Calendar = new GregorianCalendar();
        }

        return Digits(TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).ToString(format, culture));
    }
}
