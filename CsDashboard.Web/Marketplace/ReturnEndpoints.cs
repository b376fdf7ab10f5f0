using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>Goods that come back (contract: market, Returns).</summary>
internal static class ReturnEndpoints
{
    public static void MapReturns(this Api api)
    {
        var returns = api.SignedIn.MapGroup("/marketplace/returns").WithTags("returns");
        returns.MapGet("", List).WithName("listReturns").WithSummary("A customer's returns, the latest first").ProducesProblem(404);
        returns
            .MapPost("/create", Create)
            .WithName("requestReturn")
            .WithSummary("Asks to send back what was delivered; asked again for the same, it is the same return")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.Staff.MapPut("/marketplace/returns/{returnId}/status", Move)
            .WithTags("returns")
            .WithName("moveReturn")
            .WithSummary("Moves a return on; refunded gives back as much as can, or the amount that is named")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<Ok<ReturnListAnswer>> List(
        Actor actor,
        CustomerRecords customers,
        GoodsReturns returns,
        [FromQuery(Name = "user_id")] string? userId = null
    ) =>
        TypedResults.Ok(
            new ReturnListAnswer([.. (await returns.List(actor, await actor.Whose(customers, userId))).Select(ReturnAnswer.Of)])
        );

    private static async Task<Ok<ReturnAnswer>> Create(Actor actor, CustomerRecords customers, GoodsReturns returns, Both<ReturnBody> call)
    {
        var body = call.Value;
        var id = await actor.Whose(customers, body.UserId);
        if (string.IsNullOrWhiteSpace(body.OrderId))
            throw Refusal.Invalid("order_id", Words.Of("Text_Required"));
        var made = await returns.Request(
            actor,
            id,
            body.OrderId,
            new ReturnInput
            {
                Reason = body.Reason ?? body.ReturnReason,
                Description = body.Description,
                Method = body.ReturnMethod,
                Items = body.Items?.Select(i => new ReturnItem(null, Product(i), i.Quantity, i.Reason)).ToList(),
            }
        );
        return TypedResults.Ok(ReturnAnswer.Of(made) with { Message = ReturnTexts.Get("Asked") });
    }

    private static async Task<Ok<ReturnAnswer>> Move(Actor actor, GoodsReturns returns, int returnId, Both<ReturnStatusBody> call)
    {
        var move = new ReturnMove { To = Word.Demand<ReturnStatus>("status", call.Value.Status), Refund = call.Value.RefundAmount };
        return TypedResults.Ok(ReturnAnswer.Of(await returns.Move(actor, returnId, move)));
    }

    private static int Product(ReturnItemBody? item) => item?.ProductId ?? throw Refusal.Invalid("items", Words.Of("Text_Required"));
}
