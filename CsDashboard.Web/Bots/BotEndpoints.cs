using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using BotVerbs = CsDashboard.Bots.TradingBots;

namespace CsDashboard.Web.Bots;

/// <summary>The bots as programs switch and watch them (contract: enhanced, Bots). Customers get 403.</summary>
internal static class BotEndpoints
{
    public static void MapBots(this Api api)
    {
        api.Admin.MapPost("/enhanced/bot/{bot_type}/toggle", Toggle)
            .WithName("toggleBot")
            .WithTags("bots")
            .WithSummary("Switches a bot (crypto or forex) on or off; safe to repeat")
            .ProducesProblem(400)
            .ProducesProblem(403);
        api.Staff.MapGet("/enhanced/bot/{bot_type}/status", Status)
            .WithName("botStatus")
            .WithTags("bots")
            .WithSummary("Whether a bot is wanted, and how its worker does")
            .ProducesProblem(400)
            .ProducesProblem(403);
    }

    private static async Task<Ok<BotToggled>> Toggle(Actor actor, BotVerbs bots, string bot_type, BotToggle input)
    {
        var type = Word.Demand<BotType>("bot_type", bot_type);
        var bot = await bots.Toggle(actor, type, input.Active, input.Reason);
        return TypedResults.Ok(new BotToggled(true, Word.Of(type), bot.IsActive, $"{type} bot {(bot.IsActive ? "started" : "stopped")}"));
    }

    private static async Task<Ok<BotStatus>> Status(Actor actor, BotVerbs bots, string bot_type)
    {
        var bot = await bots.Get(actor, Word.Demand<BotType>("bot_type", bot_type));
        return TypedResults.Ok(
            new BotStatus
            {
                Success = true,
                BotType = Word.Of(bot.Type),
                IsActive = bot.IsActive,
                State = bot.State,
                LastActivated = bot.LastActivatedAt,
                LastDeactivated = bot.LastDeactivatedAt,
                LastHeartbeat = bot.LastBeatAt,
                LastCandle = bot.LastCandleAt,
                ErrorsLastHour = bot.ErrorsLastHour,
                DraftsProposed = bot.DraftsProposed,
            }
        );
    }
}
