using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Stock;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>Stock for staff and the service key (contract: market, Stock); moved by admins.</summary>
internal static class InventoryEndpoints
{
    private static readonly Dictionary<string, StockMoveKind> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["stock_in"] = StockMoveKind.In,
        ["stock_out"] = StockMoveKind.Out,
        ["adjustment"] = StockMoveKind.Adjustment,
        ["reserved"] = StockMoveKind.Reserved,
    };

    public static void MapInventory(this Api api)
    {
        var stock = api.Staff.MapGroup("/marketplace/products/{productId}/inventory").WithTags("inventory");
        stock
            .MapGet("", Get)
            .WithName("getInventory")
            .WithSummary("What can be sold of a product, in_stock, low_stock, out_of_stock, pre_order or discontinued")
            .ProducesProblem(400)
            .ProducesProblem(404);
        stock
            .MapGet("/logs", Logs)
            .WithName("listInventoryLogs")
            .WithSummary("Its moves, newest first; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.Admin.MapPost("/marketplace/products/{productId}/inventory/update", Update)
            .WithTags("inventory")
            .WithName("updateInventory")
            .WithSummary(
                "stock_in adds, stock_out takes what isn't held for orders, adjustment sets what can be sold, reserved is only noted"
            )
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404);
    }

    private static async Task<Ok<InventoryAnswer>> Get(Actor actor, Products products, int productId) =>
        TypedResults.Ok(ProductLook.Inventory(await products.Known(actor, productId)));

    private static async Task<Ok<List<StockMoveAnswer>>> Logs(Actor actor, Stockroom stock, int productId, int limit = 50) =>
        TypedResults.Ok(
            (await stock.Moves(actor, productId, limit))
                .Select(m => new StockMoveAnswer
                {
                    Id = m.Number,
                    ProductId = productId,
                    UserId = m.By,
                    Action = WordOf(m.Kind),
                    Quantity = Math.Abs(m.Quantity),
                    PreviousQuantity = m.Before,
                    NewQuantity = m.After,
                    Reason = m.Reason,
                    OrderId = m.OrderId,
                    CreatedAt = m.At,
                })
                .ToList()
        );

    private static async Task<Ok<StockAnswer>> Update(
        Actor actor,
        Stockroom stock,
        int productId,
        Both<StockMoveBody> call,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        // A call that says nothing would set the stock to nothing.
        if (call.Value is { Quantity: null, Action: null })
            throw Refusal.Invalid("quantity", Words.Of("Text_Required"));
        var kind =
            call.Value.Action is not { Length: > 0 } word ? StockMoveKind.Adjustment
            : Actions.TryGetValue(word, out var known) ? known
            : throw Refusal.Invalid("action", Words.Of("Word_Unknown", string.Join(", ", Actions.Keys)));
        var left = await stock.Move(
            actor.Sending(key, "stock", Guid.Empty, new { productId, call.Value }),
            productId,
            call.Value.VariantId,
            kind,
            call.Value.Quantity ?? 0,
            call.Value.Reason
        );
        return TypedResults.Ok(new StockAnswer(productId, left));
    }

    private static string WordOf(StockMoveKind kind) => Actions.FirstOrDefault(a => a.Value == kind).Key ?? Word.Of(kind);
}
