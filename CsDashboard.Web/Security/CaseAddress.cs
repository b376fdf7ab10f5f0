using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Security;

/// <summary>Which alerts or reports the page shows, in its address.</summary>
internal static class CaseAddress
{
    public const string Path = "/admin/security";
    public const string Reports = "reports";

    public static ListAddress Of(string? query)
    {
        var address = ListAddress.Of(Path, query, "-at", "kind", "state", "severity");
        return address.In("kind", address["kind"]) with { Filters = [.. address.Filters.Where(f => f.Name != "kind")] };
    }

    /// <summary>Invalid for a word that there isn't.</summary>
    public static CaseFilter Filter(ListAddress address) =>
        new(address.View == Reports, Word.Read<CaseState>("state", address["state"]), Word.Read<Severity>("severity", address["severity"]));
}
