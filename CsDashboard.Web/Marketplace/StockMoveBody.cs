using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A move by hand. The user_id is read and left alone: who acts is known.</summary>
[SnakeCase]
public sealed class StockMoveBody
{
    public int? Quantity { get; set; }
    public string? Action { get; set; }
    public string? Reason { get; set; }

    /// <summary>Without one the product's first variant.</summary>
    public Guid? VariantId { get; set; }
    public string? UserId { get; set; }
}
