namespace CsDashboard.Web.Marketplace;

/// <summary>How many of something somebody wants.</summary>
internal sealed class CartForm
{
    public int? Quantity { get; set; }
}
