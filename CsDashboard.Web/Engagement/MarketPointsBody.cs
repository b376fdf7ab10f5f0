using CsDashboard.Web.Server;

namespace CsDashboard.Web.Engagement;

/// <summary>Points and their reason, each under either of its names; the first that is there counts.</summary>
[SnakeCase]
public sealed class MarketPointsBody
{
    public string? UserId { get; set; }
    public decimal? Amount { get; set; }
    public decimal? Points { get; set; }
    public string? Description { get; set; }
    public string? Reason { get; set; }

    internal decimal? Wanted => Amount ?? Points;
    internal string? Why => new[] { Description, Reason }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
