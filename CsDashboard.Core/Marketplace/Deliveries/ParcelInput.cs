namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A parcel as staff send it.</summary>
public sealed class ParcelInput
{
    /// <summary>What is in it; none means everything that is left to send.</summary>
    public IReadOnlyList<ParcelItem>? Items { get; set; }
    public TrackingInput Tracking { get; set; } = new();

    /// <summary>The place that it takes among the order's parcels, where whoever sends it knows: said again, it is that one.</summary>
    public int? Place { get; set; }
}
