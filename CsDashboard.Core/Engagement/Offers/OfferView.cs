using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer as shown, in the reader's language.</summary>
public sealed record OfferView
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Discount Discount { get; init; }
    public required string? Category { get; init; }
    public required decimal MinPurchase { get; init; }
    public required string? Segment { get; init; }
    public required string? Tier { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int PerPerson { get; init; }
    public required int? InAll { get; init; }
    public required int Taken { get; init; }
    public required bool IsOff { get; init; }
}
