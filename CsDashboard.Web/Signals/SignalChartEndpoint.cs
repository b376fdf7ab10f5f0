using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Signals;

/// <summary>What the moving chart of a signal asks for, under the rights of the signal itself.</summary>
internal static class SignalChartEndpoint
{
    public static void MapSignalCharts(this WebApplication app) =>
        app.MapGet("/app/signals/{id:guid}/chart", Get)
            .ExcludeFromDescription()
            .RequireAuthorization(policy =>
                policy.RequireAuthenticatedUser().RequireAssertion(who => who.User.Identity?.AuthenticationType == Schemes.Cookie)
            );

    private static async Task<IResult> Get(Guid id, Actor actor, SignalLists lists, Quotes quotes)
    {
        var detail = await lists.Get(actor, id);
        return Results.Json(SignalChartAnswer.Of(detail, quotes.Of(actor, detail.Signal.Pair), Zones.Of(actor.TimeZone)), ApiJson.Options);
    }
}
