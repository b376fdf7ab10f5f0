using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed class OrderLine
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid OrderId { get; init; }
    public int Place { get; init; }
    public required string Name { get; init; }
    public string? Sku { get; init; }
    public string? Category { get; init; }
    public int Quantity { get; init; }
    public decimal UnitPrice { get; init; }

    internal (string, string?, string?, int, decimal) Words => (Name, Sku, Category, Quantity, UnitPrice);
}
