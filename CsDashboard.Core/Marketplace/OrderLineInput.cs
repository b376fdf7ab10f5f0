using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed class OrderLineInput
{
    [Text(200)]
    public string? Name { get; set; }

    [Text(60, Optional = true)]
    public string? Sku { get; set; }

    [Text(60, Optional = true)]
    public string? Category { get; set; }
    public int? Quantity { get; set; }

    [CsDashboard.Customers.Amount]
    public decimal? UnitPrice { get; set; }
}
