using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>From what was found in the shop to the product, counting that it was opened.</summary>
internal static class SearchedEndpoints
{
    public static string Href(Product product, string words) =>
        "/shop/found/" + HashChain.Text(product.Number) + "?q=" + Uri.EscapeDataString(words);

    public static void MapSearched(this WebApplication app) =>
        app.MapGet("/shop/found/{number:int}", Lead).AllowAnonymous().ExcludeFromDescription().NoteBinding();

    private static async Task<IResult> Lead(HttpContext http, Tenants tenants, Products products, SearchLog log, int number, string? q)
    {
        var actor = await MarketCalls.Shopper(http, tenants);
        if (await products.Of(actor, [number]) is not [var view])
            return Results.Redirect("/shop");
        log.Opened(actor, q ?? "", (view.Parent ?? view.Category)?.NameEn);
        return Results.Redirect(ProductLook.Href(view.Product));
    }
}
