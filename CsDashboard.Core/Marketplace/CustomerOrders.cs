namespace CsDashboard.Marketplace;

/// <summary>
/// What a customer bought in figures, and the newest orders. Degraded: the order service is unavailable, so the figures are those of the
/// record and no order is listed.
/// </summary>
public sealed record CustomerOrders(OrderSummary Summary, IReadOnlyList<OrderView> Newest, bool IsDegraded = false);
