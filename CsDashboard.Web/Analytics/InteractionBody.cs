using System.Text.Json;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed class InteractionBody
{
    public string? SessionId { get; set; }
    public string? UserId { get; set; }
    public string? EventType { get; set; }
    public JsonElement? EventData { get; set; }
    public string? ElementId { get; set; }
    public string? ElementClass { get; set; }
    public string? ElementText { get; set; }
}
