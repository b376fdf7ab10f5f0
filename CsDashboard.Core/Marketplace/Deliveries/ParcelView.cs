namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A parcel of an order as its buyer and staff see it.</summary>
public sealed record ParcelView
{
    public required int Place { get; init; }
    public required string? Carrier { get; init; }
    public required string? TrackingNumber { get; init; }
    public required string? TrackingUrl { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset? DeliveredAt { get; init; }
    public required IReadOnlyList<ParcelItem> Items { get; init; }

    internal static ParcelView Of(Parcel p) =>
        new()
        {
            Place = p.Place,
            Carrier = p.Carrier,
            TrackingNumber = p.TrackingNumber,
            TrackingUrl = p.TrackingUrl,
            SentAt = p.SentAt,
            DeliveredAt = p.DeliveredAt,
            Items = [.. p.Lines.Select(l => new ParcelItem(l.OrderLineId, l.Quantity))],
        };
}
