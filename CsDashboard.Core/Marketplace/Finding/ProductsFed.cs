using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Finding;

/// <summary>A program told the search of products: so many are as it says, and so many that it did not name are found no longer.</summary>
public sealed record ProductsFed(Guid Company, int Count, int Hidden, IReadOnlyList<Guid> Products) : IEvent
{
    public Subject About => new("product_feed", Company);
    public (string, object?[]) Sentence => ("Event_ProductsFed", [Count, Hidden]);
    public object? After => new { Count, Hidden };
}
