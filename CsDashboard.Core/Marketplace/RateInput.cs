using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>A rate as an admin enters it; without a day it applies from today on.</summary>
public sealed class RateInput
{
    public const decimal Least = 0.0000000001m,
        Most = 1_000_000;

    [Currency]
    public string? Currency { get; set; }
    public decimal? Rate { get; set; }
    public DateOnly? From { get; set; }

    internal (Currency Currency, decimal Rate) CheckAll(Currency own, DateOnly today)
    {
        this.Checked();
        var currency = Foundation.Currency.Find(Currency) ?? throw Refusal.Invalid("currency", Words.Of("Currency_Bad"));
        if (currency == own)
            throw Refusal.Invalid("currency", Words.Of("Rate_Own", own.Code));
        var rate = decimal.Round(Rate ?? 0, 10);
        if (rate is < Least or > Most)
            throw Refusal.Invalid("rate", Words.Of("Rate_Bad", Most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));
        if (From is { } day && (day.Year < 2000 || day > today.AddYears(1)))
            throw Refusal.Invalid("from", Words.Of("Rate_Day"));
        return (currency, rate);
    }
}
