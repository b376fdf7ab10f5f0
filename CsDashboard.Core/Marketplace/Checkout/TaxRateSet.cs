using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>The tax of a place is new, another or, without a rate, gone.</summary>
public sealed record TaxRateSet(Guid RateId, string Country, string State, decimal? From, decimal? To) : IEvent
{
    public Subject About => new("tax_rate", RateId);
    public (string, object?[]) Sentence =>
        To is { } rate ? ("Event_TaxSet", [Place, $"{rate * 100:0.####} %"]) : ("Event_TaxRemoved", [Place]);
    public object? Before =>
        From is { } rate
            ? new
            {
                Country,
                State,
                Rate = rate,
            }
            : null;
    public object? After =>
        To is { } rate
            ? new
            {
                Country,
                State,
                Rate = rate,
            }
            : null;

    private string Place => Country.Length == 0 ? "*" : string.Join(' ', new[] { Country, State }.Where(p => p.Length > 0));
}
