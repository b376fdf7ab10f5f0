using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

/// <summary>The file that the page of alerts and reports offers.</summary>
internal static class CaseFileEndpoints
{
    public static void MapCaseFiles(this WebApplication app) => app.MapPageFiles("/app/security").MapGet("/export.csv", Export);

    private static Task Export(HttpContext http, Actor actor, SecurityCases cases)
    {
        var address = CaseAddress.Of(http.Request.QueryString.Value);
        var filter = CaseAddress.Filter(address);
        return CsvFile.Send(
            http,
            $"{(filter.Reports ? "reports" : "alerts")}-{actor.Now:yyyyMMdd-HHmmss}.csv",
            ["time", "what", "severity", "state", "account", "customer"],
            cases.Export(actor, filter, address.Place, http.RequestAborted),
            c =>
                [
                    CsvFile.Cell(c.At),
                    c.Title,
                    c.Severity is { } severity ? Word.Of(severity) : "",
                    Word.Of(c.State),
                    c.Person,
                    c.CustomerId?.ToString() ?? "",
                ]
        );
    }
}
