namespace CsDashboard.Marketplace.Checkout;

public sealed record QuoteLine(Guid VariantId, int ProductNumber, string Name, int Quantity, decimal UnitPrice, decimal Amount);
