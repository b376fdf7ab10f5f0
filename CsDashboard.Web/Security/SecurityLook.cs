using CsDashboard.Security;

namespace CsDashboard.Web.Security;

/// <summary>How alerts and reports look: tones of badges, and what their states are called.</summary>
internal static class SecurityLook
{
    public static string Of(string severity) =>
        severity.ToLowerInvariant() switch
        {
            "critical" or "high" => "danger",
            "medium" => "warning",
            _ => "info",
        };

    public static string Tone(CaseState state) =>
        state switch
        {
            CaseState.Resolved => "success",
            CaseState.Investigating => "info",
            CaseState.Open => "warning",
            CaseState.Dismissed => "neutral",
        };

    public static string Of(CaseState state, bool isReport) =>
        SecurityTexts.Of(state == CaseState.Open && isReport ? "State.Pending" : "State." + state);
}
