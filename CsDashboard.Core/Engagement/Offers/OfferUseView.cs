using CsDashboard.Customers;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>An offer that was taken; savings are 0 until it is used on an order.</summary>
public sealed record OfferUseView(
    Guid OfferId,
    string Code,
    string Title,
    DateTimeOffset AppliedAt,
    string? OrderNumber,
    DateTimeOffset? UsedAt,
    decimal Savings
);
