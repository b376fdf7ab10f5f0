namespace CsDashboard.Web.Security;

/// <summary>The tone of a badge for a severity.</summary>
internal static class SecurityLook
{
    public static string Of(string severity) =>
        severity.ToLowerInvariant() switch
        {
            "critical" or "high" => "danger",
            "medium" => "warning",
            _ => "info",
        };
}
