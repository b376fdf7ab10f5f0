using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A file that buyers of a product may download was added, or is gone.</summary>
public sealed record ProductFilesChanged(Guid ProductId, string Product, string File, bool IsGone) : IEvent
{
    public Subject About => new("product", ProductId);
    public (string, object?[]) Sentence => (IsGone ? "Event_FileRemoved" : "Event_FileAdded", [File, Product]);
    public object? After => new { File, IsGone };
}
