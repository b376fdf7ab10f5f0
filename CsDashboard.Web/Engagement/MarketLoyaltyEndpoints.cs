using CsDashboard.Customers;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Engagement;

/// <summary>The ledger of points under the market's names (contract: market, Loyalty).</summary>
internal static class MarketLoyaltyEndpoints
{
    public static void MapMarketLoyalty(this Api api)
    {
        var members = api.SignedIn.MapGroup("/marketplace/loyalty").WithTags("market loyalty");
        members
            .MapGet("", Get)
            .WithName("getMarketLoyalty")
            .WithSummary("A customer's points and tier; locked points count as earned, and can't be spent yet")
            .ProducesProblem(400)
            .ProducesProblem(404);
        members
            .MapGet("/transactions", Transactions)
            .WithName("listMarketPoints")
            .WithSummary("The ledger, newest first; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        members
            .MapPost("/points/redeem", Redeem)
            .WithName("redeemMarketPoints")
            .WithSummary("Redeems points; those that expire first go first")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.Staff.MapPost("/marketplace/loyalty/points/add", Give)
            .WithTags("market loyalty")
            .WithName("addMarketPoints")
            .WithSummary("Gives points, with a reason that the customer reads")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<Ok<MarketLoyaltyAnswer>> Get(
        Actor actor,
        CustomerRecords customers,
        Points points,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        var account = await points.Of(actor, await actor.Whose(customers, userId));
        return TypedResults.Ok(MarketLoyaltyAnswer.Of(account, userId));
    }

    private static async Task<Ok<List<MarketPointsLine>>> Transactions(
        Actor actor,
        CustomerRecords customers,
        Points points,
        [FromQuery(Name = "user_id")] string? userId = null,
        int limit = 50
    )
    {
        ListPart.DemandLimit(limit);
        var id = await actor.Whose(customers, userId);
        var named = userId?.Trim() ?? (await points.Of(actor, id)).PublicId;
        return TypedResults.Ok(
            (await points.Entries(actor, id, size: limit)).Items.Select(entry => MarketPointsLine.Of(entry, named)).ToList()
        );
    }

    private static async Task<Ok<MarketBalanceAnswer>> Give(
        Actor actor,
        CustomerRecords customers,
        Points points,
        Both<MarketPointsBody> call,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        var given = await points.Give(
            actor.Sending(key, "market give", id, call.Value),
            id,
            new PointsInput { Points = call.Value.Wanted, Reason = call.Value.Why ?? LoyaltyTexts.Get("Market.Given") }
        );
        return TypedResults.Ok(MarketBalanceAnswer.Of(given, LoyaltyTexts.Get("Market.Added")));
    }

    private static async Task<Ok<MarketBalanceAnswer>> Redeem(
        Actor actor,
        CustomerRecords customers,
        Points points,
        Both<MarketPointsBody> call,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        var left = await points.Redeem(
            actor.Sending(key, "market redeem", id, call.Value),
            id,
            call.Value.Wanted,
            call.Value.Why ?? LoyaltyTexts.Get("Market.Redeemed"),
            "description"
        );
        return TypedResults.Ok(MarketBalanceAnswer.Of(left, LoyaltyTexts.Get("Market.Spent")));
    }
}
