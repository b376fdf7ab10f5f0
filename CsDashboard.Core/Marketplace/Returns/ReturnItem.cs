namespace CsDashboard.Marketplace.Returns;

/// <summary>So many of a line, or of a product wherever it stands on the order. No quantity means all that is left.</summary>
public sealed record ReturnItem(Guid? LineId, int? Product, int? Quantity, string? Reason);
