using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Audit;

/// <summary>Actions and tables as a person reads them. A word without a text is shown as it is, made readable.</summary>
internal static class AuditLook
{
    extension(IStringLocalizer<AuditTexts> texts)
    {
        public string Action(string action) => texts["Action." + action] is { ResourceNotFound: false } text ? text : Plain(action);

        public string Table(string subjectKind) =>
            texts["Table." + subjectKind] is { ResourceNotFound: false } text ? text : Plain(subjectKind);
    }

    public static string Tone(string action) =>
        action switch
        {
            "CREATE" => "success",
            "UPDATE" => "info",
            "LOGIN" or "LOGOUT" => "neutral",
            _ when action.Contains("DELETE", StringComparison.Ordinal)
                    || action.Contains("DENIED", StringComparison.Ordinal)
                    || action.Contains("FAILED", StringComparison.Ordinal)
                    || action.Contains("LOCKED", StringComparison.Ordinal)
                    || action.Contains("BLOCKED", StringComparison.Ordinal)
                    || action.Contains("TAMPERED", StringComparison.Ordinal) => "danger",
            _ => "accent",
        };

    private static string Plain(string word) =>
        word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ').ToLowerInvariant();
}
