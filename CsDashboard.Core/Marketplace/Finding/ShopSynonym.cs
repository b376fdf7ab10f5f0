using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Finding;

/// <summary>A word for which others are found as well; and it for them, unless it goes one way.</summary>
public sealed class ShopSynonym : ITenantOwned
{
    public const int MaxWord = 60,
        MaxOthers = 400;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public string Word { get; set; } = "";

    /// <summary>With a comma and a blank between them.</summary>
    public string Others { get; set; } = "";
    public bool IsOneWay { get; set; }

    internal string Text => $"{Word} {(IsOneWay ? "→" : "↔")} {Others}";
}
