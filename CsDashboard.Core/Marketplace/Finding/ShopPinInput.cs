namespace CsDashboard.Marketplace.Finding;

public sealed class ShopPinInput
{
    [Text(ShopPin.MaxWords)]
    public string? Words { get; set; }

    /// <summary>Numbers, the first one first.</summary>
    public IReadOnlyList<int> Products { get; set; } = [];
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? Until { get; set; }
}
