namespace CsDashboard.Marketplace.Stock;

/// <summary>So many of a variant. The line (of an order, a parcel, a return) is what the demand is known by when it comes again.</summary>
public sealed record StockDemand(Guid VariantId, Guid LineId, int Quantity);
