using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed class SignedBody
{
    public string? Payload { get; set; }
    public string? Signature { get; set; }
    public string? Timestamp { get; set; }
}
