using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// An order's amount as programs get it: in the company's currency, with its own beside it if that differs. While there is no rate, only
/// its own amount is given, marked as not converted.
/// </summary>
internal sealed record AmountTold(decimal Amount, string Currency, decimal? OriginalAmount, string? OriginalCurrency, bool Converted)
{
    public static AmountTold Of(OrderView order) => Of(new Money(order.Total, Foundation.Currency.Of(order.Currency)), order.Worth);

    public static AmountTold Of(Money own, Money? worth) =>
        worth is { } told && told.Currency != own.Currency
            ? new(told.Amount, told.Currency.Code, own.Amount, own.Currency.Code, true)
            : new(own.Amount, own.Currency.Code, null, null, worth is not null);
}
