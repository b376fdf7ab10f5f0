using CsDashboard.Marketplace.Deliveries;

namespace CsDashboard.Web.Marketplace;

/// <summary>A step of an order; without a time it is ahead. Of a parcel, which one; several are numbered.</summary>
internal sealed record OrderStep(string Name, string Icon, DateTimeOffset? At)
{
    public ParcelView? Parcel { get; init; }
    public bool IsNumbered { get; init; }
    public object Key => (Name, Parcel?.Place);
}
