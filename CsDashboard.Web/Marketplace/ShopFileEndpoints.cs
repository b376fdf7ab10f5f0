using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Files that the pages of the catalogue offer.</summary>
internal static class ShopFileEndpoints
{
    public static void MapShopFiles(this WebApplication app)
    {
        var own = app.MapPageFiles("/app/shop");
        own.MapGet("/products.csv", Export);
        own.MapGet("/imports/{importId}/errors.csv", Errors);
    }

    private static Task Export(HttpContext http, Actor actor, ProductExports exports) =>
        CsvFile.Send(
            http,
            $"products-{actor.Now:yyyyMMdd-HHmmss}.csv",
            ProductField.All.Select(f => f.Key),
            exports.Read(actor, http.RequestAborted),
            cells => cells
        );

    private static Task Errors(HttpContext http, Actor actor, ProductImports imports, string importId, string? columns = null) =>
        CsvFile.Send(
            http,
            "errors.csv",
            [
                ProductImportTexts.Get("Line"),
                ProductImportTexts.Get("Field"),
                ProductImportTexts.Get("Value"),
                ProductImportTexts.Get("Error"),
            ],
            imports.Faults(
                actor,
                Paging.Id(importId),
                string.IsNullOrEmpty(columns) ? null : ProductColumns.Read(columns),
                http.RequestAborted
            ),
            f => [f.Line.ToString(CultureInfo.InvariantCulture), f.Field, f.Fault.Value, f.Fault.Message]
        );
}
