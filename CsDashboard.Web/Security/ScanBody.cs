using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed class ScanBody
{
    public string? InputData { get; set; }
}
