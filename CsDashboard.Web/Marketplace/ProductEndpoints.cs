using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>The catalogue for anyone (contract: market, Calls): what is on sale, and nothing else, whoever asks.</summary>
internal static class ProductEndpoints
{
    private const int MaxShelf = 50;

    public static void MapProducts(this Api api)
    {
        var products = api.Anyone.MapGroup("/marketplace/products").WithTags("products");
        products
            .MapGet("", List)
            .WithName("listProducts")
            .WithSummary("What is on sale, newest first; by category, price, words; sorted by created_at, price, rating or name")
            .ProducesProblem(400);
        Shelf(products, "featured", filter => filter with { Featured = true }, "Products that the company recommends");
        Shelf(products, "deals", filter => filter with { Deals = true }, "Products that cost less than before");
        Shelf(products, "trending", filter => filter with { Trending = true, Sort = "views" }, "Products that many look at now");
        products
            .MapGet("/{productId}", One)
            .WithName("getProduct")
            .WithSummary("One product on sale, by its number")
            .ProducesProblem(400)
            .ProducesProblem(404);
        var categories = api.Anyone.MapGroup("/marketplace/categories").WithTags("products");
        categories.MapGet("", Categories).WithName("listCategories").WithSummary("The categories at the top").ProducesProblem(404);
        categories
            .MapGet("/{categoryId}", Category)
            .WithName("getCategory")
            .WithSummary("One category, by its number")
            .ProducesProblem(400)
            .ProducesProblem(404);
        categories
            .MapGet("/slug/{slug}", CategoryAt)
            .WithName("getCategoryAt")
            .WithSummary("One category, by its name in addresses")
            .ProducesProblem(404);
    }

    private static async Task<Ok<ProductListAnswer>> List(
        HttpContext http,
        Tenants tenants,
        Products products,
        PictureAddresses addresses,
        [AsParameters] ProductQuery query
    )
    {
        var filter = query.Filter;
        var found = await products.List(await MarketCalls.Shopper(http, tenants), filter);
        return TypedResults.Ok(new ProductListAnswer([.. All(found.Items, addresses)], found.Total, filter.Skip, filter.Limit));
    }

    private static void Shelf(IEndpointRouteBuilder products, string name, Func<ProductFilter, ProductFilter> narrow, string summary) =>
        products
            .MapGet(
                "/" + name,
                async (HttpContext http, Tenants tenants, Products all, PictureAddresses addresses, int limit = 10) =>
                {
                    ListPart.DemandLimit(limit, MaxShelf);
                    var found = await all.List(await MarketCalls.Shopper(http, tenants), narrow(new ProductFilter { Limit = limit }));
                    return TypedResults.Ok(new ProductsAnswer([.. All(found.Items, addresses)]));
                }
            )
            .WithName(name + "Products")
            .WithSummary(summary)
            .ProducesProblem(400);

    private static async Task<Ok<ProductAnswer>> One(
        HttpContext http,
        Tenants tenants,
        Products products,
        PictureAddresses addresses,
        int productId
    ) => TypedResults.Ok(ProductAnswer.Of(await products.Of(await MarketCalls.Shopper(http, tenants), productId), addresses));

    private static IEnumerable<ProductAnswer> All(IEnumerable<ProductView> views, PictureAddresses addresses) =>
        views.Select(view => ProductAnswer.Of(view, addresses));

    private static async Task<Ok<List<CategoryAnswer>>> Categories(HttpContext http, Tenants tenants, Categories categories) =>
        TypedResults.Ok(
            (await categories.List(await MarketCalls.Shopper(http, tenants)))
                .Where(c => c.Category.ParentId is null)
                .Select(c => CategoryAnswer.Of(c.Category, null))
                .ToList()
        );

    private static async Task<Ok<CategoryAnswer>> Category(HttpContext http, Tenants tenants, Categories categories, int categoryId)
    {
        var actor = await MarketCalls.Shopper(http, tenants);
        return TypedResults.Ok(await Answer(categories, actor, await categories.Of(actor, categoryId)));
    }

    private static async Task<Ok<CategoryAnswer>> CategoryAt(HttpContext http, Tenants tenants, Categories categories, string slug)
    {
        var actor = await MarketCalls.Shopper(http, tenants);
        return TypedResults.Ok(await Answer(categories, actor, await categories.Of(actor, slug)));
    }

    private static async Task<CategoryAnswer> Answer(Categories categories, Actor actor, Category category) =>
        CategoryAnswer.Of(
            category,
            category.ParentId is null
                ? null
                : (await categories.List(actor)).FirstOrDefault(c => c.Category.Id == category.ParentId)?.Category.Number
        );
}
