using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A review; the name beside it is that of the account, whatever a caller sends.</summary>
[SnakeCase]
public sealed class ReviewBody
{
    public string? UserId { get; set; }
    public int? Rating { get; set; }
    public string? Title { get; set; }
    public string? Comment { get; set; }
}
