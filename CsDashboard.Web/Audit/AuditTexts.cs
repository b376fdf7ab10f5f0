using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Audit;

/// <summary>The texts of the history (AuditTexts.resx, AuditTexts.ar.resx).</summary>
public sealed class AuditTexts
{
    private AuditTexts() { }
}
