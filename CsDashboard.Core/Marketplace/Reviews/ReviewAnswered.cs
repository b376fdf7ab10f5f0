using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>The company said something to a review, for everybody to read.</summary>
public sealed record ReviewAnswered(Guid ReviewId, Guid? CustomerId, int ProductNumber, string Slug, string Product, string Text) : IEvent
{
    public Subject About => new("review", ReviewId);
    public (string, object?[]) Sentence => ("Event_ReviewAnswered", [Product]);
    public object? After => new { Text };
    public Guid? ForCustomer => CustomerId;
}
