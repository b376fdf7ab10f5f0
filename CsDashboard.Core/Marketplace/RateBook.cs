using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>The rates of some currencies into the company's, by which orders are reckoned.</summary>
public sealed class RateBook(Currency own, IEnumerable<CurrencyRate> rates)
{
    private readonly ILookup<string, CurrencyRate> newestFirst = rates.OrderByDescending(r => r.From).ToLookup(r => r.Currency);

    public Currency Own => own;

    /// <summary>The rates of a currency, the newest first.</summary>
    internal IEnumerable<CurrencyRate> Of(string currency) => newestFirst[currency];

    /// <summary>What a unit of the currency was worth then; null where no rate held.</summary>
    public decimal? RateOf(string currency, DateTimeOffset at) =>
        currency == own.Code ? 1 : newestFirst[currency].FirstOrDefault(r => r.From <= at)?.Rate;

    /// <summary>An amount of then in the company's currency; null where no rate held.</summary>
    public Money? Convert(decimal amount, string currency, DateTimeOffset at) =>
        currency == own.Code ? new Money(amount, own)
        : RateOf(currency, at) is { } rate ? new Money(amount, Currency.Of(currency)).In(own, rate)
        : null;
}
