using System.Globalization;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Customers;

/// <summary>Files that pages of the list offer: with the cookie only, and outside the limits of the API.</summary>
internal static class CustomerFileEndpoints
{
    public static void MapCustomerFiles(this WebApplication app)
    {
        var own = app.MapGroup("/app/customers")
            .ExcludeFromDescription()
            .NoteBinding()
            .RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireAssertion(who => who.User.Identity?.AuthenticationType == Schemes.Cookie)
            );
        own.MapGet("/export.csv", Export);
        own.MapGet("/imports/{importId}/errors.csv", Errors);
    }

    private static Task Export(HttpContext http, Actor actor, CustomerExports exports) =>
        Send(
            http,
            $"customers-{actor.Now:yyyyMMdd-HHmmss}.csv",
            CustomerFields.Exported.Select(f => f.Export!),
            exports.Read(actor, CustomerAddress.Of(http.Request.QueryString.Value ?? "").Filter(actor.TimeZone), http.RequestAborted),
            c => [.. CustomerFields.Exported.Select(f => f == CustomerFields.Tags ? string.Join(',', c.Tags) : Cell(f.Of(c)))]
        );

    private static Task Errors(HttpContext http, Actor actor, CustomerImports imports, string importId, string? columns = null) =>
        Send(
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

    private static async Task Send<T>(
        HttpContext http,
        string name,
        IEnumerable<string> head,
        IAsyncEnumerable<T> lines,
        Func<T, string?[]> fields
    )
    {
        await using var rows = lines.GetAsyncEnumerator(http.RequestAborted);
        // Read before the first byte leaves, so that a refusal can still be sent.
        var more = await rows.MoveNextAsync();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var writer = http.Response.BodyWriter;
        Encoding.UTF8.GetBytes(CsvText.Mark + CsvText.Line(head), writer);
        for (var count = 1; more; more = await rows.MoveNextAsync(), count++)
        {
            Encoding.UTF8.GetBytes(CsvText.Line(fields(rows.Current)), writer);
            if (count % 100 == 0)
                await writer.FlushAsync(http.RequestAborted);
        }
        await writer.FlushAsync(http.RequestAborted);
    }

    private static async IAsyncEnumerable<(ImportLine Line, ImportFault Fault)> Faults(IAsyncEnumerable<ImportLine> lines)
    {
        await foreach (var line in lines)
        foreach (var fault in line.Faults)
            yield return (line, fault);
    }

    private static string? Cell(object? value) =>
        value switch
        {
            decimal amount => amount.ToString("0.####", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
