using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Customers;

/// <summary>Files that pages of the list offer.</summary>
internal static class CustomerFileEndpoints
{
    public static void MapCustomerFiles(this WebApplication app)
    {
        var own = app.MapPageFiles("/app/customers");
        own.MapGet("/export.csv", Export);
        own.MapGet("/imports/{importId}/errors.csv", Errors);
    }

    private static Task Export(HttpContext http, Actor actor, CustomerExports exports) =>
        CsvFile.Send(
            http,
            $"customers-{actor.Now:yyyyMMdd-HHmmss}.csv",
            CustomerFields.Exported.Select(f => f.Export!),
            exports.Read(actor, CustomerAddress.Of(http.Request.QueryString.Value ?? "").Filter(actor.TimeZone), http.RequestAborted),
            c => [.. CustomerFields.Exported.Select(f => f == CustomerFields.Tags ? string.Join(',', c.Tags) : CsvFile.Cell(f.Of(c)))]
        );

    private static Task Errors(HttpContext http, Actor actor, CustomerImports imports, string importId, string? columns = null) =>
        CsvFile.Send(
            http,
            "errors.csv",
            [
                CustomerTexts.Get("Import.Line"),
                CustomerTexts.Get("Import.Field"),
                CustomerTexts.Get("Import.Value"),
                CustomerTexts.Get("Import.Error"),
                CustomerTexts.Get("Import.Outcome"),
            ],
            Faults(
                imports.Faults(
                    actor,
                    Paging.Id(importId),
                    string.IsNullOrEmpty(columns) ? null : ImportColumns.Read(columns),
                    http.RequestAborted
                )
            ),
            f =>
                [
                    f.Line.Line.ToString(CultureInfo.InvariantCulture),
                    ImportWords.Field(f.Fault.Field),
                    f.Fault.Value,
                    f.Fault.Message,
                    CustomerTexts.Get(ImportWords.Outcome(f.Line)),
                ]
        );

    private static async IAsyncEnumerable<(ImportLine Line, ImportFault Fault)> Faults(IAsyncEnumerable<ImportLine> lines)
    {
        await foreach (var line in lines)
        foreach (var fault in line.Faults)
            yield return (line, fault);
    }
}
