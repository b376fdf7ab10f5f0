using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

public sealed record ReviewTermsChanged(Guid Company, bool OnlyBuyers) : IEvent
{
    public Subject About => new("tenant", Company);
    public (string, object?[]) Sentence => (OnlyBuyers ? "Event_ReviewsOfBuyers" : "Event_ReviewsOfAll", []);
    public object? Before => new { OnlyBuyers = !OnlyBuyers };
    public object? After => new { OnlyBuyers };
}
