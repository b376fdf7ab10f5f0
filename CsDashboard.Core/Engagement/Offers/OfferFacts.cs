using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Offers;

public sealed record OfferFacts
{
    public required string Coupon { get; init; }
    public required string Title { get; init; }
    public required string TitleAr { get; init; }
    public required OfferKind Kind { get; init; }
    public required decimal Worth { get; init; }
    public required string? Category { get; init; }
    public required decimal MinPurchase { get; init; }
    public required string? Segment { get; init; }
    public required string? Tier { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int PerPerson { get; init; }
    public required int? InAll { get; init; }
    public required bool IsOff { get; init; }
}
