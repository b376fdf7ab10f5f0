using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed record RateRemoved(Guid RateId, RateFacts Rate) : IEvent
{
    public Subject About => new("currency_rate", RateId);
    public (string, object?[]) Sentence => ("Event_RateRemoved", [Rate.Currency, Rate.Into, Rate.Rate, Rate.Since]);
    public object? Before => Rate;
}
