using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;

namespace CsDashboard.Web.Marketplace;

/// <summary>How products and their stock are shown and told.</summary>
internal static class ProductLook
{
    /// <summary>By how much less than before, in whole percent; 0 for no less.</summary>
    public static int Discount(decimal price, decimal? before) =>
        before is > 0 && before > price ? (int)decimal.Round(100 * (before.Value - price) / before.Value, Money.Rule) : 0;

    public static InventoryAnswer Inventory(ProductView view)
    {
        var counted = view.Product.Variants.Where(v => v.IsActive && view.Stock.ContainsKey(v.Id)).Select(v => view.Stock[v.Id]).ToList();
        return new(
            view.Product.Number,
            view.Available ?? ProductAnswer.Plenty,
            counted.Count == 0 ? 5 : counted.Min(s => s.Threshold),
            Word.Of(LevelOf(view)),
            counted.Select(s => s.UpdatedAt).DefaultIfEmpty(view.Product.UpdatedAt).Max()
        );
    }

    /// <summary>The level of all its variants for sale together.</summary>
    public static StockLevel LevelOf(ProductView view)
    {
        if (view.Product.State == ProductState.Archived)
            return StockLevel.Discontinued;
        if (view.Available is not { } left)
            return StockLevel.InStock;
        var sold = view.Product.Variants.Where(v => v.IsActive).Select(v => view.Stock[v.Id]).ToList();
        return left > 0 ? (left <= sold.Min(s => s.Threshold) ? StockLevel.LowStock : StockLevel.InStock)
            : sold.Exists(s => s.Policy == StockPolicy.BackOrder) ? StockLevel.PreOrder
            : StockLevel.OutOfStock;
    }
}
