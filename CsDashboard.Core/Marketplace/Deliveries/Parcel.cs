using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>Some of an order's goods, sent together. An order is sent in as many as it takes.</summary>
public sealed class Parcel : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid OrderId { get; init; }

    /// <summary>The first of its order is 1.</summary>
    public int Place { get; init; }
    public string? Carrier { get; private set; }
    public string? TrackingNumber { get; private set; }
    public string? TrackingUrl { get; private set; }
    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public List<ParcelLine> Lines { get; init; } = [];

    /// <summary>What is not said stays.</summary>
    internal void Track(TrackingInput tracking) =>
        (Carrier, TrackingNumber, TrackingUrl) = (
            tracking.Carrier ?? Carrier,
            tracking.Number ?? TrackingNumber,
            tracking.Url ?? TrackingUrl
        );

    internal void Arrive(DateTimeOffset now) => DeliveredAt ??= now;
}
