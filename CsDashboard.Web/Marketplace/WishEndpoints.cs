using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Marketplace.Advice;
using CsDashboard.Marketplace.Prices;
using CsDashboard.Marketplace.Wishes;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// What a customer puts aside, compares, has looked at and waits for (contract: market, Prices and reviews), and what might please them.
/// </summary>
internal static class WishEndpoints
{
    public static void MapWishes(this Api api)
    {
        var wishes = api.SignedIn.MapGroup("/marketplace/wishlist").WithTags("wishlist");
        wishes.MapGet("", Wishes).WithName("listWishes").WithSummary("A customer's wishlist, the latest first").ProducesProblem(404);
        wishes
            .MapPost("/add", Add)
            .WithName("addWish")
            .WithSummary("Puts a product on the wishlist; one that is there stays as it is")
            .ProducesProblem(400)
            .ProducesProblem(404);
        wishes
            .MapDelete("/remove", Remove)
            .WithName("removeWish")
            .WithSummary("Takes a product off the wishlist")
            .ProducesProblem(400)
            .ProducesProblem(404);
        var sets = api.SignedIn.MapGroup("/marketplace/comparisons").WithTags("wishlist");
        sets.MapGet("", Comparisons).WithName("listComparisons").WithSummary("A customer's sets to compare").ProducesProblem(404);
        sets.MapPost("", Compare)
            .WithName("compareProducts")
            .WithSummary("Keeps one to four products under a name, to be compared")
            .ProducesProblem(400)
            .ProducesProblem(404);
        var seen = api.SignedIn.MapGroup("/marketplace/recently-viewed").WithTags("wishlist");
        seen.MapGet("", Seen)
            .WithName("listSeenProducts")
            .WithSummary("What a customer looked at, the latest first; limit 1 to 50")
            .ProducesProblem(400)
            .ProducesProblem(404);
        seen.MapPost("", See)
            .WithName("seeProduct")
            .WithSummary("A customer looks at a product: it is the latest now")
            .ProducesProblem(404);
        var alerts = api.SignedIn.MapGroup("/marketplace/price-alerts").WithTags("wishlist");
        alerts.MapGet("", Alerts).WithName("listPriceAlerts").WithSummary("The prices that a customer waits for").ProducesProblem(404);
        alerts
            .MapPost("", Wait)
            .WithName("setPriceAlert")
            .WithSummary("Waits for a price; asked again, for another one")
            .ProducesProblem(400)
            .ProducesProblem(404);
        alerts
            .MapDelete("/{alertId}", Forget)
            .WithName("removePriceAlert")
            .WithSummary("Waits no longer")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.SignedIn.MapGet("/marketplace/recommendations", Recommend)
            .WithTags("wishlist")
            .WithName("recommendProducts")
            .WithSummary("What might please a customer, or goes with a product; limit 1 to 50")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<Ok<WishlistAnswer>> Wishes(
        Actor actor,
        CustomerRecords customers,
        Wishlists wishlists,
        PictureAddresses addresses,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        var wishes = await wishlists.List(actor, await actor.Whose(customers, userId));
        return TypedResults.Ok(new WishlistAnswer([.. wishes.Select(w => WishAnswer.Of(w, addresses))]));
    }

    private static async Task<Ok<WishAddedAnswer>> Add(Actor actor, CustomerRecords customers, Wishlists wishlists, Both<WishBody> call)
    {
        var wish = await wishlists.Add(actor, await actor.Whose(customers, call.Value.UserId), Product(call.Value.ProductId));
        return TypedResults.Ok(new WishAddedAnswer(ReviewTexts.Get("Wish.Added"), wish.Number, call.Value.ProductId!.Value, wish.AddedAt));
    }

    private static async Task<Ok<MessageAnswer>> Remove(Actor actor, CustomerRecords customers, Wishlists wishlists, Both<WishBody> call)
    {
        await wishlists.Remove(actor, await actor.Whose(customers, call.Value.UserId), Product(call.Value.ProductId));
        return TypedResults.Ok(new MessageAnswer(ReviewTexts.Get("Wish.Removed")));
    }

    private static async Task<Ok<List<ComparisonAnswer>>> Comparisons(
        Actor actor,
        CustomerRecords customers,
        Wishlists wishlists,
        [FromQuery(Name = "user_id")] string? userId = null
    ) => TypedResults.Ok((await wishlists.Comparisons(actor, await actor.Whose(customers, userId))).Select(ComparisonAnswer.Of).ToList());

    private static async Task<Ok<ComparisonAnswer>> Compare(
        Actor actor,
        CustomerRecords customers,
        Wishlists wishlists,
        Both<ComparisonBody> call
    )
    {
        var input = new ComparisonInput { Name = call.Value.Name, Products = call.Value.ProductIds };
        return TypedResults.Ok(ComparisonAnswer.Of(await wishlists.Compare(actor, await actor.Whose(customers, call.Value.UserId), input)));
    }

    private static async Task<Ok<List<SeenProductAnswer>>> Seen(
        Actor actor,
        CustomerRecords customers,
        Wishlists wishlists,
        PictureAddresses addresses,
        [FromQuery(Name = "user_id")] string? userId = null,
        int limit = 10
    )
    {
        var seen = await wishlists.Seen(actor, await actor.Whose(customers, userId), limit);
        return TypedResults.Ok(seen.Select(s => SeenProductAnswer.Of(s, addresses)).ToList());
    }

    private static async Task<Ok<SeenAnswer>> See(Actor actor, CustomerRecords customers, Wishlists wishlists, Both<WishBody> call)
    {
        var seen = await wishlists.See(actor, await actor.Whose(customers, call.Value.UserId), Product(call.Value.ProductId));
        return TypedResults.Ok(new SeenAnswer(seen.Number, seen.At));
    }

    private static async Task<Ok<List<PriceAlertAnswer>>> Alerts(
        Actor actor,
        CustomerRecords customers,
        ProductAlerts alerts,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        var id = await actor.Whose(customers, userId);
        return TypedResults.Ok(
            (await alerts.List(actor, id, AlertKind.Price)).Select(a => PriceAlertAnswer.Of(a, userId ?? id.ToString())).ToList()
        );
    }

    private static async Task<Ok<PriceAlertAnswer>> Wait(
        Actor actor,
        CustomerRecords customers,
        ProductAlerts alerts,
        Both<PriceAlertBody> call
    )
    {
        var body = call.Value;
        var id = await actor.Whose(customers, body.UserId);
        var alert = await alerts.WaitForPrice(actor, id, Product(body.ProductId), body.TargetPrice);
        return TypedResults.Ok(
            PriceAlertAnswer.Of(alert, body.UserId ?? id.ToString()) with
            {
                Message = ReviewTexts.Get(alert.Alert.IsResting ? "Alert.There" : "Alert.Set"),
            }
        );
    }

    private static async Task<Ok<MessageAnswer>> Forget(
        Actor actor,
        CustomerRecords customers,
        ProductAlerts alerts,
        int alertId,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        await alerts.Remove(actor, await actor.Whose(customers, userId), alertId);
        return TypedResults.Ok(new MessageAnswer(ReviewTexts.Get("Alert.Removed")));
    }

    private static async Task<Ok<RecommendationsAnswer>> Recommend(
        Actor actor,
        CustomerRecords customers,
        Recommendations recommendations,
        PictureAddresses addresses,
        [FromQuery(Name = "user_id")] string? userId = null,
        [FromQuery(Name = "product_id")] int? productId = null,
        int limit = 10
    )
    {
        var id = await actor.Whose(customers, userId);
        var found = await recommendations.For(actor, id, productId, limit);
        return TypedResults.Ok(
            new RecommendationsAnswer([.. found.Select(r => RecommendationAnswer.Of(r, userId ?? id.ToString(), addresses))])
        );
    }

    private static int Product(int? number) => number ?? throw Refusal.Invalid("product_id", Words.Of("Text_Required"));
}
