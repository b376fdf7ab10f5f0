using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// POST /hooks/stripe/{company}: Stripe says what happened to a payment; its signature is the only permission. And the address to which it
/// leads buyers back.
/// </summary>
internal static class StripeEndpoints
{
    private const int MaxBody = 262_144;

    public static void MapStripe(this WebApplication app)
    {
        app.MapPost("/hooks/stripe/{company:guid}", Take)
            .AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithName("takeStripe")
            .WithTags("market orders")
            .WithSummary("Takes what Stripe says of a payment; only with its signature, and each event once")
            .Produces(200)
            .ProducesProblem(400)
            .ProducesProblem(413)
            .ProducesProblem(429);
        app.MapGet("/checkout/back/{session:guid}", Back).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Take(Guid company, HttpContext http, StripeCheckouts stripe)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return await stripe.Called(company, http.Request.Headers["Stripe-Signature"], body.ToArray())
            ? Results.Ok()
            : throw Refusal.Invalid("Stripe-Signature", Words.Of("Stripe_Signature"), "signature_invalid");
    }

    private static async Task<IResult> Back(
        Guid session,
        string? pass,
        HttpContext http,
        Shoppers shoppers,
        OwnOrders orders,
        StripeCheckouts stripe
    )
    {
        var shown = await orders.Shown(pass);
        var shopper = await shoppers.Of(http);
        return await stripe.Look(shown?.Company ?? shopper.Actor, session) is { } number
            ? Results.LocalRedirect(OrderLook.PageOf(number, shopper.Cart?.IsGuest != false, shown is null ? null : pass))
            : Results.NotFound();
    }
}
