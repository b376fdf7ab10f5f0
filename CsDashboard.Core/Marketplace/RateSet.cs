using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>With the rate of the same day that it replaces.</summary>
public sealed record RateSet(Guid RateId, RateFacts Rate, RateFacts? Was) : IEvent
{
    public Subject About => new("currency_rate", RateId);
    public (string, object?[]) Sentence => ("Event_RateSet", [Rate.Currency, Rate.Into, Rate.Rate, Rate.Since]);
    public object? Before => Was;
    public object? After => Rate;
}
