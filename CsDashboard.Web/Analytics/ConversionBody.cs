using System.Text.Json;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed class ConversionBody
{
    public string? UserId { get; set; }
    public string? EventType { get; set; }
    public string? OrderId { get; set; }
    public decimal? OrderValue { get; set; }
    public JsonElement? Products { get; set; }
    public string? SessionId { get; set; }
}
