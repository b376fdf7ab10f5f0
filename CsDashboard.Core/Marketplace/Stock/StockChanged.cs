using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Stock;

/// <summary>
/// What can be sold of a variant has another level now (sold out, low, in stock), or staff moved it. Orders that change no level record
/// none: the moves say each of them.
/// </summary>
public sealed record StockChanged(Guid ProductId, Guid VariantId, int From, int To, StockLevel Level, StockLevel Was, string Name) : IEvent
{
    public Subject About => new("product", ProductId);
    public (string, object?[]) Sentence => ("Event_StockChanged", [Name, From, To]);
    public object? Before => new StockState(From, Was);
    public object? After => new StockState(To, Level);
}
