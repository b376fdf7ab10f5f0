using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>The cart of a customer (contract: market, Cart).</summary>
internal static class CartEndpoints
{
    public static void MapCart(this Api api)
    {
        var cart = api.SignedIn.MapGroup("/marketplace/cart").WithTags("market cart");
        cart.MapGet("", Get)
            .WithName("getCart")
            .WithSummary("What lies in a customer's cart, at the prices of now, each with what is wrong with it")
            .ProducesProblem(400)
            .ProducesProblem(404);
        cart.MapPost("/add", Add)
            .WithName("addToCart")
            .WithSummary("Puts a product into the cart; of one that is in it already there are so many more")
            .ProducesProblem(400)
            .ProducesProblem(404);
        cart.MapPut("/update", Set)
            .WithName("updateCart")
            .WithSummary("Sets how many there are of a product; 0 or less takes it out")
            .ProducesProblem(400)
            .ProducesProblem(404);
        cart.MapDelete("/remove", Remove)
            .WithName("removeFromCart")
            .WithSummary("Takes a product out of the cart")
            .ProducesProblem(400)
            .ProducesProblem(404);
        cart.MapDelete("/clear", Clear).WithName("clearCart").WithSummary("Empties the cart").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Ok<CartAnswer>> Get(
        Actor actor,
        CustomerRecords customers,
        ShoppingCarts carts,
        [FromQuery(Name = "user_id")] string? userId = null
    )
    {
        var id = await actor.Whose(customers, userId);
        var cart = await carts.Get(actor, CartOwner.Customer(id));
        var named = Named(userId, id);
        return TypedResults.Ok(new CartAnswer([.. cart.Lines.Select(l => CartLineAnswer.Of(l, named))], cart.Subtotal, cart.Currency.Code));
    }

    private static async Task<Ok<CartLineAnswer>> Add(Actor actor, CustomerRecords customers, ShoppingCarts carts, Both<CartBody> call)
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        var line = await carts.Add(actor, CartOwner.Customer(id), await VariantOf(actor, carts, call.Value), call.Value.Quantity ?? 1);
        return TypedResults.Ok(CartLineAnswer.Of(line, Named(call.Value.UserId, id), OrderTexts.Get("Api.Added")));
    }

    private static async Task<Ok<CartChangeAnswer>> Set(Actor actor, CustomerRecords customers, ShoppingCarts carts, Both<CartBody> call)
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        var quantity = call.Value.Quantity ?? throw Refusal.Invalid("quantity", Words.Of("Text_Required"));
        var line = await carts.Set(actor, CartOwner.Customer(id), await VariantOf(actor, carts, call.Value), quantity);
        return TypedResults.Ok(new CartChangeAnswer(OrderTexts.Get(line is null ? "Api.Removed" : "Api.Changed"), line?.Quantity ?? 0));
    }

    private static async Task<Ok<CartChangeAnswer>> Remove(Actor actor, CustomerRecords customers, ShoppingCarts carts, Both<CartBody> call)
    {
        var id = await actor.Whose(customers, call.Value.UserId);
        await carts.Remove(actor, CartOwner.Customer(id), await VariantOf(actor, carts, call.Value));
        return TypedResults.Ok(new CartChangeAnswer(OrderTexts.Get("Api.Removed"), 0));
    }

    private static async Task<Ok<CartChangeAnswer>> Clear(Actor actor, CustomerRecords customers, ShoppingCarts carts, Both<CartBody> call)
    {
        await carts.Clear(actor, CartOwner.Customer(await actor.Whose(customers, call.Value.UserId)));
        return TypedResults.Ok(new CartChangeAnswer(OrderTexts.Get("Api.Cleared"), 0));
    }

    // A call that names only the product means the variant that is in the cart already, or else the first.
    private static async Task<Guid> VariantOf(Actor actor, ShoppingCarts carts, CartBody body) =>
        body.VariantId ?? await carts.VariantOf(actor, body.ProductId ?? throw Refusal.Invalid("product_id", Words.Of("Text_Required")));

    private static string Named(string? asked, Guid id) => string.IsNullOrWhiteSpace(asked) ? id.ToString() : asked.Trim();
}
