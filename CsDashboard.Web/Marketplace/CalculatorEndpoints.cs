using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Marketplace;

/// <summary>What sending and taxes cost, for anybody (contract: market, Shipping and tax).</summary>
internal static class CalculatorEndpoints
{
    public static void MapCalculators(this Api api)
    {
        var shop = api.Anyone.MapGroup("/marketplace").WithTags("market calculators");
        shop.MapPost("/shipping/calculate", Shipping)
            .WithName("calculateShipping")
            .WithSummary("What it costs to send goods of a value; a way that isn't known costs what the usual one does")
            .ProducesProblem(400);
        shop.MapPost("/tax/calculate", Tax)
            .WithName("calculateTax")
            .WithSummary("The tax on an amount where the bill goes")
            .ProducesProblem(400);
    }

    private static async Task<Ok<ShippingAnswer>> Shipping(HttpContext http, Tenants tenants, ShopSettings shop, Both<ShippingBody> call)
    {
        var body = call.Value;
        if (string.IsNullOrWhiteSpace(body.ShippingMethod) || body.ShippingMethod.Length > 100)
            throw Refusal.Invalid("shipping_method", Words.Of("Text_Required"));
        if (body.Weight < 0)
            throw Refusal.Invalid("weight", Words.Of("Number_Negative"));
        var (cost, days, known) = await shop.Sending(
            await MarketCalls.Shopper(http, tenants),
            body.ShippingMethod,
            body.Subtotal ?? 0,
            body.ShippingAddress?.Country
        );
        return TypedResults.Ok(new ShippingAnswer(cost, cost, body.ShippingMethod.Trim(), days, known));
    }

    private static async Task<Ok<TaxAnswer>> Tax(HttpContext http, Tenants tenants, ShopSettings shop, Both<TaxBody> call)
    {
        var body = call.Value;
        var amount = body.Subtotal ?? body.Amount ?? throw Refusal.Invalid("subtotal", Words.Of("Text_Required"));
        if (amount is < 0 or > Money.Most)
            throw Refusal.Invalid("subtotal", Words.Of("Amount_Bad", Money.Most));
        var bill = body.BillingAddress ?? new AddressBody { State = body.State, Country = body.Country };
        bill.Input.Checked();
        var actor = await MarketCalls.Shopper(http, tenants);
        var rate = await shop.TaxAt(actor, bill.Input.Country, bill.State);
        var own = await tenants.CurrencyOf(actor);
        return TypedResults.Ok(new TaxAnswer(amount * rate, new Money(amount * rate, own).Rounded().Amount, rate, bill));
    }
}
