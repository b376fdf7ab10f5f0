using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>A review was written, then with nothing before, or is another now.</summary>
public sealed record ReviewChanged(
    Guid ReviewId,
    int Number,
    Guid CustomerId,
    Guid ProductId,
    string Product,
    ReviewFacts? From,
    ReviewFacts To
) : IEvent
{
    public Subject About => new("review", ReviewId);
    public (string, object?[]) Sentence =>
        (
            From?.State is { } before && before != To.State
                ? To.State switch
                {
                    PostState.Published => "Event_ReviewPublished",
                    PostState.Held => "Event_ReviewHeld",
                    PostState.Rejected => "Event_ReviewRejected",
                }
            : From is null ? "Event_ReviewWritten"
            : "Event_ReviewEdited",
            [Product, To.Rating]
        );
    public object? Before => From;
    public object? After => To;
    public Guid? ForCustomer => CustomerId;
}
