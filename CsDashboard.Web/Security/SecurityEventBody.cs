using System.Text.Json;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed class SecurityEventBody
{
    public string? EventType { get; set; }
    public string? UserId { get; set; }
    public string? IpAddress { get; set; }
    public string? UserAgent { get; set; }
    public string? Severity { get; set; }
    public JsonElement? Details { get; set; }
    public decimal? RiskScore { get; set; }
    public string? ActionTaken { get; set; }
}
