using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A category was made, changed or removed (then <see cref="To"/> is null).</summary>
public sealed record CategoryChanged(Guid CategoryId, CategoryFacts? From, CategoryFacts? To) : IEvent
{
    public Subject About => new("category", CategoryId);
    public (string, object?[]) Sentence =>
        To is null ? ("Event_CategoryRemoved", [From!.Name])
        : From is null ? ("Event_CategoryAdded", [To.Name])
        : ("Event_CategoryChanged", [To.Name]);
    public object? Before => From;
    public object? After => To;
}
