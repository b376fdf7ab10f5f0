using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Web.Marketplace;

/// <summary>A move of stock while it is entered.</summary>
internal sealed class StockMoveForm
{
    public string? Variant { get; set; }
    public StockMoveKind Action { get; set; } = StockMoveKind.In;
    public int? Quantity { get; set; }
    public string? Reason { get; set; }
}
