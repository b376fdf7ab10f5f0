using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// What an order came to, as programs are told: in the company's currency, with its own beside it where that is another. While there is no rate for it, its own amount
/// is all there is, and it is marked as not converted.
/// </summary>
internal sealed record AmountTold(decimal Amount, string Currency, decimal? OriginalAmount, string? OriginalCurrency, bool Converted)
{
    public static AmountTold Of(OrderView order) => Of(new Money(order.Total, Foundation.Currency.Of(order.Currency)), order.Worth);

    public static AmountTold Of(Money own, Money? worth) => worth is { } told && told.Currency != own.Currency
        ? new(told.Amount, told.Currency.Code, own.Amount, own.Currency.Code, true)
        : new(own.Amount, own.Currency.Code, null, null, worth is not null);
}
