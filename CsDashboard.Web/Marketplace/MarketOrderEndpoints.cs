using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>Orders of the shop (contract: market, Orders). An order goes by its number in the row, its number or our id.</summary>
internal static class MarketOrderEndpoints
{
    public static void MapMarketOrders(this Api api)
    {
        var orders = api.SignedIn.MapGroup("/marketplace/orders").WithTags("market orders");
        orders
            .MapGet("", List)
            .WithName("listMarketOrders")
            .WithSummary("A customer's orders, newest first; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        orders
            .MapPost("/create", Place)
            .WithName("placeOrder")
            .WithSummary(
                "Orders the items that are named, or else the cart; prices are the shop's, and the goods are kept until they are paid"
            )
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        orders
            .MapPost("/quote", Quote)
            .WithName("quoteOrder")
            .WithSummary("What an order would cost, and the quote_hash by which its buyer agrees to that")
            .ProducesProblem(400)
            .ProducesProblem(404);
        orders
            .MapGet("/{orderId}", Get)
            .WithName("getMarketOrder")
            .WithSummary("An order by any of its names; with user_id only if it is that customer's")
            .ProducesProblem(404);
        api.Staff.MapPut("/marketplace/orders/{orderId}/status", Move)
            .WithTags("market orders")
            .WithName("moveOrder")
            .WithSummary("Moves an order on; 409 names what it may become next")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<Ok<MarketOrdersAnswer>> List(
        Actor actor,
        CustomerRecords customers,
        OwnOrders orders,
        [FromQuery(Name = "user_id")] string? userId = null,
        int skip = 0,
        int limit = 20
    )
    {
        var (page, total) = await orders.List(actor, await actor.Whose(customers, userId), skip, limit);
        return TypedResults.Ok(new MarketOrdersAnswer([.. page.Select(o => MarketOrderAnswer.Of(o, userId))], total, skip, limit));
    }

    private static async Task<IResult> Place(
        HttpContext http,
        Actor actor,
        CustomerRecords customers,
        Checkouts checkouts,
        Both<OrderBody> call,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var body = call.Value;
        var id = await actor.Whose(customers, body.UserId);
        var (buyer, input) = (CartOwner.Customer(id), body.Input);
        try
        {
            var placed = await checkouts.Place(actor.Sending(key, "place", id, body), buyer, input);
            return TypedResults.Ok(PlacedAnswer.Of(placed, body.Differs(placed)));
        }
        catch (Refusal refusal) when (refusal.Code is "price_changed" or "quote_expired")
        {
            var quote = QuoteAnswer.Of(await checkouts.Quote(actor, buyer, input));
            return Results.Json(
                Problems.Of(http, StatusCodes.Status409Conflict, refusal.Code, refusal.Message) with
                {
                    Quote = quote,
                },
                ApiJson.Options,
                "application/problem+json",
                StatusCodes.Status409Conflict
            );
        }
    }

    private static async Task<Ok<QuoteAnswer>> Quote(Actor actor, CustomerRecords customers, Checkouts checkouts, Both<OrderBody> call)
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        return TypedResults.Ok(QuoteAnswer.Of(await checkouts.Quote(actor, CartOwner.Customer(id), call.Value.Input)));
    }

    private static async Task<Ok<MarketOrderAnswer>> Get(
        Actor actor,
        CustomerRecords customers,
        OwnOrders orders,
        string orderId,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        var order = string.IsNullOrWhiteSpace(userId)
            ? await orders.Get(actor, orderId)
            : await orders.Get(actor, CartOwner.Customer(await customers.Whose(actor, userId)), orderId);
        return TypedResults.Ok(MarketOrderAnswer.Of(order, userId, orderId));
    }

    private static async Task<Ok<OrderMovedAnswer>> Move(Actor actor, OwnOrders orders, string orderId, Both<StatusBody> call)
    {
        var status = Word.Demand<OrderStatus>("status", call.Value.Status);
        var known = await orders.Get(actor, orderId);
        var moved = await orders.Move(actor, known.Id, status, call.Value.Tracking);
        return TypedResults.Ok(
            new OrderMovedAnswer(
                MarketOrderAnswer.IdOf(moved, orderId),
                moved.Number,
                Word.Of(moved.Status),
                [.. moved.Next.Select(Word.Of)]
            )
        );
    }
}
