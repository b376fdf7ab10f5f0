using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A variant that is there costs something else now.</summary>
public sealed record PriceChanged(Guid ProductId, Guid VariantId, decimal From, decimal To, string Currency, string Name) : IEvent
{
    public Subject About => new("product", ProductId);
    public (string, object?[]) Sentence =>
        ("Event_PriceChanged", [Name, new Money(From, Foundation.Currency.Of(Currency)), new Money(To, Foundation.Currency.Of(Currency))]);
    public object? Before => new PriceState(From, Currency);
    public object? After => new PriceState(To, Currency);
}
