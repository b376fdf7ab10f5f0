using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A product was written, published, withdrawn or archived.</summary>
public sealed record ProductChanged(Guid ProductId, int Number, ProductFacts? From, ProductFacts To) : IEvent
{
    public Subject About => new("product", ProductId);
    public (string, object?[]) Sentence =>
        (
            From?.State == To.State ? "Event_ProductChanged"
            : To.State == ProductState.Published ? "Event_ProductPublished"
            : To.State == ProductState.Archived ? "Event_ProductArchived"
            : From is null ? "Event_ProductAdded"
            : "Event_ProductWithdrawn",
            [To.Name]
        );
    public object? Before => From;
    public object? After => To;
}
