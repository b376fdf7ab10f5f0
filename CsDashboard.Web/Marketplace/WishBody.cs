using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A product that a customer puts aside, or has looked at.</summary>
[SnakeCase]
public sealed class WishBody
{
    public string? UserId { get; set; }
    public int? ProductId { get; set; }
}
