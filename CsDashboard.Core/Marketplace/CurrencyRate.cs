using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>What one unit of a currency is worth in the company's, from a day of the company on, until another takes its place. Kept for good: what was set and what was removed is the history.</summary>
public sealed class CurrencyRate : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Currency { get; init; }
    /// <summary>The company's currency at the time; after a change of it the rate is not looked at, and is there again after a change back.</summary>
    public required string Into { get; init; }
    public required decimal Rate { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>When that day began where the company is.</summary>
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }

    internal RateFacts Facts => new(Currency, Into, Rate, Day);
}

public sealed record RateFacts(string Currency, string Into, decimal Rate, DateOnly From)
{
    internal string Since => From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Orders of a currency are to be reckoned anew, since its rates are others or the company's currency is.</summary>
public sealed class Reckoning : ITenantOwned
{
    public Guid TenantId { get; set; }
    public required string Currency { get; init; }
}

/// <summary>The rates of some currencies into the company's, by which orders are reckoned.</summary>
public sealed class RateBook(Currency own, IEnumerable<CurrencyRate> rates)
{
    private readonly ILookup<string, CurrencyRate> newestFirst = rates.OrderByDescending(r => r.From).ToLookup(r => r.Currency);

    public Currency Own => own;

    /// <summary>The rates of a currency, the newest first.</summary>
    internal IEnumerable<CurrencyRate> Of(string currency) => newestFirst[currency];

    /// <summary>What a unit of the currency was worth then; null where no rate held.</summary>
    public decimal? RateOf(string currency, DateTimeOffset at) => currency == own.Code ? 1 : newestFirst[currency].FirstOrDefault(r => r.From <= at)?.Rate;

    /// <summary>An amount of then in the company's currency; null where no rate held.</summary>
    public Money? Convert(decimal amount, string currency, DateTimeOffset at) =>
        currency == own.Code ? new Money(amount, own) : RateOf(currency, at) is { } rate ? new Money(amount, Currency.Of(currency)).In(own, rate) : null;
}

/// <summary>What an admin says of a rate; without a day it holds from today on.</summary>
public sealed class RateInput
{
    public const decimal Least = 0.0000000001m, Most = 1_000_000;

    [Currency] public string? Currency { get; set; }
    public decimal? Rate { get; set; }
    public DateOnly? From { get; set; }

    internal (Currency Currency, decimal Rate) CheckAll(Currency own, DateOnly today)
    {
        this.Checked();
        var currency = Foundation.Currency.Find(Currency) ?? throw Refusal.Invalid("currency", Words.Of("Currency_Bad"));
        if (currency == own) throw Refusal.Invalid("currency", Words.Of("Rate_Own", own.Code));
        var rate = decimal.Round(Rate ?? 0, 10);
        if (rate is < Least or > Most) throw Refusal.Invalid("rate", Words.Of("Rate_Bad", Most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));
        if (From is { } day && (day.Year < 2000 || day > today.AddYears(1))) throw Refusal.Invalid("from", Words.Of("Rate_Day"));
        return (currency, rate);
    }
}

/// <summary>A rate as it is read; removed ones are the history. Holds: it is the one for orders of now.</summary>
public sealed record RateView
{
    public required Guid Id { get; init; }
    public required string Currency { get; init; }
    public required string Into { get; init; }
    public required decimal Rate { get; init; }
    public required DateOnly From { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public required DateTimeOffset? RemovedAt { get; init; }
    public required string? RemovedBy { get; init; }
    public required bool Holds { get; init; }

    internal static RateView Of(CurrencyRate r, RateBook book, DateTimeOffset now) =>
        new()
        {
            Id = r.Id, Currency = r.Currency, Into = r.Into, Rate = r.Rate, From = r.Day, SetAt = r.SetAt, SetBy = r.SetBy, RemovedAt = r.RemovedAt,
            RemovedBy = r.RemovedBy, Holds = book.Of(r.Currency).FirstOrDefault(b => b.From <= now)?.Id == r.Id,
        };
}

/// <summary>Orders that are told apart, since no rate holds for their day.</summary>
public sealed record AwaitedRate(string Currency, int Orders, decimal Total, DateTimeOffset Oldest);

public sealed record CurrencySettings(Currency Own, IReadOnlyList<RateView> Rates, IReadOnlyList<AwaitedRate> Awaited, bool IsReckoning);

public sealed record CompanyCurrencyChanged(Guid TenantId, string From, string To) : IEvent
{
    public Subject About => new("tenant", TenantId);
    public (string, object?[]) Sentence => ("Event_CompanyCurrency", [To]);
    public object? Before => new { Currency = From };
    public object? After => new { Currency = To };
}

/// <summary>With the rate of the same day that it takes the place of.</summary>
public sealed record RateSet(Guid RateId, RateFacts Rate, RateFacts? Was) : IEvent
{
    public Subject About => new("currency_rate", RateId);
    public (string, object?[]) Sentence => ("Event_RateSet", [Rate.Currency, Rate.Into, Rate.Rate, Rate.Since]);
    public object? Before => Was;
    public object? After => Rate;
}

public sealed record RateRemoved(Guid RateId, RateFacts Rate) : IEvent
{
    public Subject About => new("currency_rate", RateId);
    public (string, object?[]) Sentence => ("Event_RateRemoved", [Rate.Currency, Rate.Into, Rate.Rate, Rate.Since]);
    public object? Before => Rate;
}
