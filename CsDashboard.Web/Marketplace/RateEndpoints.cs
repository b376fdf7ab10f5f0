using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Marketplace;

/// <summary>The rates by which orders in other currencies are converted, for a program that fetches them somewhere.</summary>
internal static class RateEndpoints
{
    public static void MapRates(this Api api)
    {
        var rates = api.Admin.MapGroup("/currency-rates").WithTags("currency rates");
        rates
            .MapGet("", List)
            .WithName("listCurrencyRates")
            .WithSummary("The company's currency, what others are worth in it since when, and the orders that wait for a rate")
            .ProducesProblem(403);
        rates
            .MapPut("", Set)
            .WithName("setCurrencyRate")
            .WithSummary(
                "What one of a currency is worth in the company's, from a day on (today where none is given); a rate of the same day is replaced; safe to repeat"
            )
            .ProducesProblem(400)
            .ProducesProblem(403);
        rates
            .MapDelete("/{rateId}", Remove)
            .WithName("removeCurrencyRate")
            .WithSummary("Removes a rate: the one before it holds on, without one orders wait again; safe to repeat")
            .ProducesProblem(403)
            .ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<RatesAnswer>>> List(Actor actor, Currencies currencies)
    {
        var settings = await currencies.Get(actor);
        return MemberCalls.Enveloped(new RatesAnswer(settings.Own.Code, settings.Rates, settings.Awaited, settings.IsReckoning));
    }

    private static async Task<Ok<Enveloped<RateView>>> Set(Actor actor, Currencies currencies, RateInput input) =>
        MemberCalls.Enveloped(await currencies.SetRate(actor, input));

    private static async Task<NoContent> Remove(Actor actor, Currencies currencies, Guid rateId)
    {
        await currencies.RemoveRate(actor, rateId);
        return TypedResults.NoContent();
    }
}
