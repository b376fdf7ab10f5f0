namespace CsDashboard.Marketplace.Stock;

/// <summary>How much there is of a variant.</summary>
public sealed record StockView(int OnHand, int Reserved, int Threshold, StockPolicy Policy, DateTimeOffset UpdatedAt)
{
    public int Available => OnHand - Reserved;
    public StockLevel Level => StockItem.LevelOf(Available, Threshold, Policy);

    internal static StockView Of(StockItem item) => new(item.OnHand, item.Reserved, item.Threshold, item.Policy, item.UpdatedAt);
}
