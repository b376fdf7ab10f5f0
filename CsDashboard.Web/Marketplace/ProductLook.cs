using System.Globalization;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Web.Kit;

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
            Word.Of(view.Level),
            counted.Select(s => s.UpdatedAt).DefaultIfEmpty(view.Product.UpdatedAt).Max()
        );
    }

    public static StockLevel LevelOf(StockView? stock) => stock?.Level ?? StockLevel.InStock;

    public static string Href(Product product) => "/shop/p/" + product.Slug;

    public static string Href(Category category) => "/shop/c/" + category.Slug;

    public static string Tone(StockLevel level) =>
        level switch
        {
            StockLevel.InStock => "success",
            StockLevel.LowStock or StockLevel.PreOrder => "warning",
            StockLevel.OutOfStock or StockLevel.Discontinued => "neutral",
        };

    public static string Tone(ProductState state) =>
        state switch
        {
            ProductState.Published => "success",
            ProductState.Draft => "info",
            ProductState.Archived => "neutral",
        };

    public static string Icon(StockLevel level) =>
        level switch
        {
            StockLevel.InStock => "check-circle",
            StockLevel.LowStock => "alert",
            StockLevel.PreOrder => "clock",
            StockLevel.OutOfStock or StockLevel.Discontinued => "minus",
        };

    public static string Icon(GoodsKind kind) =>
        kind switch
        {
            GoodsKind.Physical => "box",
            GoodsKind.File => "download",
            GoodsKind.Key => "key",
            GoodsKind.Access => "sparkles",
            GoodsKind.Service => "users",
        };

    /// <summary>What is left, in words: "Only 3 left".</summary>
    public static string StockWords(StockLevel level, int? left) =>
        level == StockLevel.LowStock ? ShopTexts.Get("Stock.LowStock", left) : ShopTexts.Get("Stock." + level);

    /// <summary>What is left, and of what is always there how it comes.</summary>
    public static string Promise(Product product, StockLevel level, int? left) =>
        left is null ? ShopTexts.Get("Promise." + product.Kind) : StockWords(level, left);

    public static string Of(ProductState state) => ShopTexts.Get("State." + state);

    public static string Of(GoodsKind kind) => ShopTexts.Get("Kind." + kind);

    public static string Of(StockMoveKind kind) => ShopTexts.Get("Move." + kind);

    /// <summary>The card as a ticket carries it: what the customer was shown, in both languages.</summary>
    public static NewSubjectCard Card(ProductView view, ProductVariant variant, DateTimeOffset shownAt)
    {
        var product = view.Product;
        var price = HashChain.Text(view.PriceOf(variant)) + " " + view.Currency.Code;
        var level = LevelOf(view.Stock.GetValueOrDefault(variant.Id));
        var facts = new List<CardFact>
        {
            new(English("Card.Price"), Arabic("Card.Price"), price, price, FactForm.Figure),
            new(English("Card.Stock"), Arabic("Card.Stock"), English("Level." + level), Arabic("Level." + level), FactForm.Text),
        };
        if (variant.OptionKey.Length > 0)
            facts.Insert(0, new(English("Card.Variant"), Arabic("Card.Variant"), variant.Label("en"), variant.Label("ar"), FactForm.Text));
        return new NewSubjectCard("product", $"#{product.Number} {product.Name(Words.Language)}", Href(product), shownAt, facts);
    }

    private static string English(string key) => ShopTexts.In(new CultureInfo("en"), key);

    private static string Arabic(string key) => ShopTexts.In(new CultureInfo("ar"), key);
}
