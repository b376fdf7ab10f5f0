using System.Text.Json;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed class SignInBody
{
    public string? UserId { get; set; }
    public string? IpAddress { get; set; }
    public string? UserAgent { get; set; }
    public bool? Success { get; set; }
    public JsonElement? Details { get; set; }
}
