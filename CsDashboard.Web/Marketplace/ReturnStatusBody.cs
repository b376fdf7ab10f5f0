using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class ReturnStatusBody
{
    public string? Status { get; set; }
    public decimal? RefundAmount { get; set; }
}
