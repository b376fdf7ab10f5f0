namespace CsDashboard.Marketplace.Finding;

/// <summary>A pin, with what it pins that is still there.</summary>
public sealed record ShopPinView(ShopPin Pin, IReadOnlyList<PinnedProduct> Products);
