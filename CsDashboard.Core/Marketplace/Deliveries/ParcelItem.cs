namespace CsDashboard.Marketplace.Deliveries;

/// <summary>So many of a line of the order.</summary>
public sealed record ParcelItem(Guid LineId, int Quantity);
