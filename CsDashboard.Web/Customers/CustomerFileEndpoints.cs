using System.Globalization;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Customers;

/// <summary>Files that pages of the list hand out: with the cookie only, and outside the limits of the API.</summary>
internal static class CustomerFileEndpoints
{
    // In words that an import of ours understands.
    private static readonly string[] Head =
    [
        "number", "customer id", "unique id", "name", "other name", "email", "phone", "company", "country", "language", "time zone", "status", "type", "tier", "tags", "outside id", "orders", "order value", "last order", "complaints", "open complaints", "created",
    ];

    public static void MapCustomerFiles(this WebApplication app)
    {
        var own = app.MapGroup("/app/customers").ExcludeFromDescription().NoteBinding()
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireAssertion(who => who.User.Identity?.AuthenticationType == Schemes.Cookie));
        own.MapGet("/export.csv", Export);
        own.MapGet("/imports/{importId}/errors.csv", Errors);
    }

    private static Task Export(HttpContext http, Actor actor, CustomerExports exports) => Send(
        http, $"customers-{actor.Now:yyyyMMdd-HHmmss}.csv", Head,
        exports.Read(actor, CustomerAddress.Of(http.Request.QueryString.Value ?? "").Filter(actor.TimeZone), http.RequestAborted), Fields);

    private static Task Errors(HttpContext http, Actor actor, CustomerImports imports, string importId, string? columns = null) => Send(
        http, "errors.csv", [CustomerTexts.Get("Import.Line"), CustomerTexts.Get("Import.Field"), CustomerTexts.Get("Import.Value"), CustomerTexts.Get("Import.Error"), CustomerTexts.Get("Import.Outcome")],
        Faults(imports.Faults(actor, Paging.Id(importId), string.IsNullOrEmpty(columns) ? null : ImportColumns.Read(columns), http.RequestAborted)), f => [f.Line.Line.ToString(CultureInfo.InvariantCulture), ImportWords.Field(f.Fault.Field), f.Fault.Value, f.Fault.Message, CustomerTexts.Get(ImportWords.Outcome(f.Line))]);

    private static async Task Send<T>(HttpContext http, string name, IEnumerable<string> head, IAsyncEnumerable<T> lines, Func<T, string?[]> fields)
    {
        await using var rows = lines.GetAsyncEnumerator(http.RequestAborted);
        // Asked for before the first byte leaves, so that a refusal is still a refusal.
        var more = await rows.MoveNextAsync();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var writer = http.Response.BodyWriter;
        Encoding.UTF8.GetBytes(CsvText.Mark + CsvText.Line(head), writer);
        for (var count = 1; more; more = await rows.MoveNextAsync(), count++)
        {
            Encoding.UTF8.GetBytes(CsvText.Line(fields(rows.Current)), writer);
            if (count % 100 == 0) await writer.FlushAsync(http.RequestAborted);
        }
        await writer.FlushAsync(http.RequestAborted);
    }

    private static async IAsyncEnumerable<(ImportLine Line, ImportFault Fault)> Faults(IAsyncEnumerable<ImportLine> lines)
    {
        await foreach (var line in lines)
            foreach (var fault in line.Faults) yield return (line, fault);
    }

    private static string?[] Fields(CustomerExportRow c) =>
    [
        Text(c.Number), c.PublicId, c.UniqueId, c.Name, c.OtherName, c.Email, c.Phone, c.Company, c.Country, c.Language, c.TimeZone, c.Status.ToString(), c.Type.ToString(), c.MembershipTier,
        c.TagText.Length > 2 ? c.TagText[1..^1] : "", c.OutsideId, Text(c.TotalOrders), c.TotalOrderValue.ToString("0.####", CultureInfo.InvariantCulture), Time(c.LastOrderAt), Text(c.TotalComplaints), Text(c.OpenComplaints), Time(c.CreatedAt),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>How pages and files name the fields of an import.</summary>
internal static class ImportWords
{
    public static string Of(ImportField field) => Words.Of("Import_" + field);

    /// <summary>The field of a fault, which is named as in a body of the API.</summary>
    public static string Field(string name) => Enum.TryParse<ImportField>(name, ignoreCase: true, out var field) ? Of(field) : name;

    /// <summary>What becomes of a row with something wrong, as a key of the texts.</summary>
    public static string Outcome(ImportLine line) => line.Customer is null ? "Import.RowLeft" : "Import.CellLeft";
}
