using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Finding;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// The search of the shop (contract: market, Search): what is on sale, for anyone, and what staff learn and admins tell of it.
/// </summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this WebApplication app, Api api)
    {
        app.MapSearched();
        var anyone = api.Anyone.MapGroup("/search").WithTags("search");
        anyone
            .MapGet("/products", Products)
            .WithName("searchProducts")
            .WithSummary("What is on sale and found, with exact counts over all of it; at most the first 1,000 are listed")
            .Produces<SearchAnswer>()
            .ProducesProblem(400)
            .ProducesProblem(404);
        anyone
            .MapGet("/suggestions", Suggestions)
            .WithName("suggestProducts")
            .WithSummary("Names of products that begin as is typed; size 1 to 20")
            .ProducesProblem(400)
            .ProducesProblem(404);
        var staff = api.Staff.MapGroup("/search").WithTags("search");
        staff
            .MapGet("/analytics", Analytics)
            .WithName("getSearchAnalytics")
            .WithSummary("How often was searched, by day (UTC), and by which categories and brands; days 1 to 365")
            .ProducesProblem(400);
        staff
            .MapGet("/popular", Popular)
            .WithName("getPopularSearches")
            .WithSummary("What was searched for most; days 1 to 30, size 1 to 50")
            .ProducesProblem(400);
        var admin = api.Admin.MapGroup("/search").WithTags("search");
        admin
            .MapPost("/index/product", Index)
            .WithName("indexProduct")
            .WithSummary("Makes or changes the product of an id, and shows it")
            .ProducesProblem(400);
        admin
            .MapDelete("/index/product/{productId}", Hide)
            .WithName("removeProductFromSearch")
            .WithSummary("A product is found no longer; also where there is none")
            .ProducesProblem(400);
        admin
            .MapPost("/reindex", Reindex)
            .WithName("reindexProducts")
            .WithSummary("Products replace all that is found; without any the index is made anew of the catalogue")
            .ProducesProblem(400);
    }

    private static async Task<IResult> Products(
        HttpContext http,
        Tenants tenants,
        ProductFinder finder,
        SearchLog log,
        PictureAddresses addresses,
        [AsParameters] SearchQuery query
    )
    {
        var actor = (await MarketCalls.Shopper(http, tenants)) with { Address = http.Connection.RemoteIpAddress?.ToString() };
        var asked = query.Asked;
        async Task<Made> Make()
        {
            var found = await finder.Find(actor, asked);
            return new(
                JsonSerializer.SerializeToUtf8Bytes(SearchAnswer.Of(query, found, addresses), ApiJson.Options),
                found.Total,
                found.Corrected is not null
            );
        }
        var made = query.UseCache != false && finder.IsReady(actor) ? await finder.Kept(actor, query.Key, Make) : await Make();
        log.Note(actor, asked, made.Total, made.IsCorrected);
        return TypedResults.Bytes(made.Json, "application/json; charset=utf-8");
    }

    private static async Task<Ok<SuggestionsAnswer>> Suggestions(
        HttpContext http,
        Tenants tenants,
        ProductFinder finder,
        string? q,
        int size = 5
    ) =>
        q is null
            ? throw Refusal.Invalid("q", Words.Of("Text_Required"))
            : TypedResults.Ok(new SuggestionsAnswer(await finder.Suggest(await MarketCalls.Shopper(http, tenants), q, size)));

    private static async Task<Ok<SearchAnalyticsAnswer>> Analytics(Actor actor, SearchFigures figures, string? q, int days = 30) =>
        TypedResults.Ok(SearchAnalyticsAnswer.Of(await figures.Summary(actor, q, days)));

    private static async Task<Ok<PopularSearchesAnswer>> Popular(Actor actor, SearchFigures figures, int days = 7, int size = 10) =>
        TypedResults.Ok(
            new PopularSearchesAnswer([.. (await figures.Popular(actor, days, size)).Select(w => new PopularSearchAnswer(w.Said, w.Count))])
        );

    private static async Task<Ok<MessageAnswer>> Index(Actor actor, ProductFeed feed, FedProductBody body)
    {
        var told = body.Told;
        await feed.Tell(actor, told);
        return Said("Search_Indexed", told.Number);
    }

    private static async Task<Ok<MessageAnswer>> Hide(Actor actor, ProductFeed feed, int productId)
    {
        await feed.Hide(actor, productId);
        return Said("Search_Removed", productId);
    }

    private static async Task<Ok<MessageAnswer>> Reindex(Actor actor, ProductFeed feed, [FromBody] List<FedProductBody>? body = null)
    {
        var told = new List<FedProduct>();
        foreach (var (i, one) in (body ?? []).Index())
        {
            if (one?.Id is null)
                throw Refusal.Invalid($"products[{i}].id", Words.Of("Text_Required"));
            told.Add(one.Told);
        }
        return Said("Search_Reindexed", await feed.TellAll(actor, told));
    }

    private static Ok<MessageAnswer> Said(string key, int number) => TypedResults.Ok(new MessageAnswer(Words.Of(key, number)));

    private sealed record Made(byte[] Json, int Total, bool IsCorrected);
}
