namespace CsDashboard.Marketplace.Finding;

public sealed class ShopSynonymInput
{
    [Text(ShopSynonym.MaxWord)]
    public string? Word { get; set; }

    /// <summary>Between commas.</summary>
    [Text(ShopSynonym.MaxOthers)]
    public string? Others { get; set; }
    public bool IsOneWay { get; set; }
}
